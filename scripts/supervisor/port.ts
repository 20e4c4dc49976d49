import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { exitCodes, StartRefusal } from "./exit";

/** The port to listen on: the one asked for, if nobody has it, or a free one for 0. */
export async function freePort(host: string, port: number): Promise<number> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, "listening");
  } catch (error) {
    throw refusalOf(error as NodeJS.ErrnoException, host, port);
  }
  const found = (probe.address() as AddressInfo).port;
  probe.close();
  await once(probe, "close");
  return found;
}

function refusalOf(error: NodeJS.ErrnoException, host: string, port: number) {
  switch (error.code) {
    case "EADDRINUSE":
      return new StartRefusal(`El puerto ${port} está ocupado; elija otro con PORT.`, exitCodes.unavailable);
    case "EACCES":
      return new StartRefusal(`No hay permiso para escuchar en el puerto ${port}; elija otro con PORT.`, exitCodes.unavailable);
    default:
      return new StartRefusal(`No se puede escuchar en ${host}; revise HOST.`, exitCodes.configuration);
  }
}
