import { type RunningServer, startServer } from "./server";
import { type Visitor, visitor } from "./visit";

export const password = "una frase larga y propia";

/** A running Cartera with its company set up by the console's link, and its administrator inside. */
export async function startCompany(
  options: { env?: Record<string, string>; fields?: Record<string, string> } = {},
): Promise<{ server: RunningServer; marta: Visitor }> {
  const server = await startServer({ env: options.env });
  const marta = visitor(server.url);
  const setup = await marta.visit(setupPath(server));
  const home = await setup.submit("Empezar", {
    companyName: "Ferretería El Sauce",
    name: "Marta Ríos",
    email: "marta@ejemplo.test",
    password,
    ...options.fields,
  });
  if (home.path !== "/") throw new Error(`Set-up stopped at ${home.path}: ${home.summary}`);
  return { server, marta };
}

export function setupPath(server: RunningServer): string {
  const [, path] = /(\/setup\?token=\S+)/.exec(server.output())!;
  return path!;
}
