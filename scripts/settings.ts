import { resolve } from "node:path";
import { z } from "zod";

const flag = z.enum(["", "0", "1"]).optional();

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default("data"),
  ALLOW_HTTP: flag.transform((value) => value === "1"),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter(Boolean)),
});

export type Settings = { port: number; host: string; appUrl?: URL; dataDir: string; allowHttp: boolean; trustedProxies: string[] };

const sentences: Record<string, string> = {
  PORT: "PORT debe ser un número de puerto entre 0 y 65535.",
  HOST: "HOST debe ser la dirección en la que escucha Cartera.",
  APP_URL: "APP_URL debe ser la dirección completa de Cartera, por ejemplo https://cartera.ejemplo.com.",
  DATA_DIR: "DATA_DIR debe ser el nombre de una carpeta.",
  ALLOW_HTTP: "ALLOW_HTTP solo admite 0 o 1.",
};

/** What the operator set. Answers the sentence of the first setting that is wrong. */
export function readSettings(variables: NodeJS.ProcessEnv): Settings | string {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) return sentences[String(parsed.error.issues[0]?.path[0])] ?? "Hay un ajuste que no se entiende.";

  const { PORT: port, HOST: host, APP_URL, DATA_DIR, ALLOW_HTTP: allowHttp, TRUSTED_PROXIES: trustedProxies } = parsed.data;
  const appUrl = APP_URL === undefined ? undefined : new URL(APP_URL);
  return openToOthers(host, appUrl, allowHttp) ?? { port, host, appUrl, dataDir: resolve(DATA_DIR), allowHttp, trustedProxies };
}

export function isLoopback(host: string) {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Other machines may only come in by an address we know, and over https unless told otherwise. */
function openToOthers(host: string, appUrl: URL | undefined, allowHttp: boolean): string | undefined {
  if (!appUrl) return isLoopback(host) ? undefined : "HOST abre Cartera a la red: indique también su dirección en APP_URL.";
  if (appUrl.pathname !== "/" || appUrl.search) return "APP_URL debe ser solo la dirección, sin ruta.";
  if (appUrl.protocol === "http:" && !isLoopback(appUrl.hostname) && !allowHttp)
    return "APP_URL debe empezar con https://; si de verdad quiere http, ponga ALLOW_HTTP=1.";
  return undefined;
}
