import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";

type Certified = { key: string; cert: string };
type Wanted = { name?: string; from?: Date; until?: Date };

const day = 86_400_000;

/** A certificate that only itself vouches for, as small as TLS takes it: version 3, ECDSA, one name. */
export function selfSigned({ name = "localhost", from = new Date(Date.now() - day), until = new Date(Date.now() + day) }: Wanted = {}): Certified {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(oid("2a8648ce3d040302"));
  const person = sequence(der(0x31, sequence(oid("550403"), der(0x0c, Buffer.from(name)))));
  const altName = sequence(oid("551d11"), der(0x04, sequence(der(0x82, Buffer.from(name)))));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    person,
    sequence(time(from), time(until)),
    person,
    publicKey.export({ format: "der", type: "spki" }),
    der(0xa3, sequence(altName)),
  );
  const signature = createSign("sha256").update(body).sign(privateKey);
  const whole = sequence(body, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = whole.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    key: privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, "hex"));
}

function time(at: Date): Buffer {
  return der(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`));
}

function der(tag: number, content: Buffer): Buffer {
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
