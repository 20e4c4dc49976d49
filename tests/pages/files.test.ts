import { afterAll, beforeAll, expect, test } from "vitest";
import { filesUnder } from "../faults/full-disk-flows";
import { password, startCompany } from "../support/company";
import { photograph, pngSaying } from "../support/hostile/pictures";
import { databaseHash, dataOf, hire } from "../support/people";
import { promise } from "../support/promise";
import type { RunningServer } from "../support/server";
import { type Visitor, visitor } from "../support/visit";

const page = "/accounts/1?ver=files";
let server: RunningServer;
let marta: Visitor;
let team: Record<"ana" | "luis" | "rita", Visitor & { userId: number }>;
let photo: File;

beforeAll(async () => {
  ({ server, marta } = await startCompany({ fields: { preset: "own" } }));
  team = await hire(server, {
    ana: { name: "Ana Soto", profile: "Ejecutivo" },
    luis: { name: "Luis Mora", profile: "Ejecutivo" },
    rita: { name: "Rita Paz", profile: "Solo lectura" },
  });
  await (await team.ana.visit("/accounts/new")).submit("Guardar", { name: "Acme" });
  await (await team.ana.visit("/contacts/new?account=1")).submit("Guardar", { givenName: "Eva", familyName: "Luna" });
  photo = named("Obra norte.JPG", await photograph());
});
afterAll(() => server.stop());

test("several files go up at once without scripts, each told by its name, an image with its small one", async () => {
  const empty = await team.ana.visit(page);
  expect(empty.text).toContain("Todavía no hay archivos.");
  // A telephone that keeps HEIC sends JPEG to a form that does not ask for HEIC, nor for any image whatever.
  const accepted = empty.document.querySelectorAll("input[type=file]").map((input) => input.getAttribute("accept")!.split(","));
  expect(accepted).toHaveLength(2);
  for (const kinds of accepted) expect([kinds.includes("image/jpeg"), kinds.some((kind) => /\*|hei[cf]/i.test(kind))]).toEqual([true, false]);
  const files = [photo, named("../../recibo.exe.pdf", "%PDF-1.4\n%%EOF"), named("lista.csv", "Empresa,Ciudad\nAcme,Mérida\n")];
  const sent = await empty.submit("Adjuntar", { files, photos: named("IMG_1.jpg", await photograph()) });
  expect(sent.notice).toBe("Se adjuntaron 4 archivos.");
  expect(namesOn(sent)).toEqual(["IMG_1.jpg", "lista.csv", "recibo.exe.pdf", "Obra norte.jpg"]);
  expect(sent.document.querySelectorAll(".files img").map((image) => image.getAttribute("src"))).toEqual(["/files/4/thumbnail", "/files/1/thumbnail"]);
  const again = await empty.submit("Adjuntar", { files });
  expect(namesOn(again)).toHaveLength(4);
});

test("a file is handed out by who asks: an image in the page, anything else to be saved, and nothing of it runs", async () => {
  const [image, small, paper] = [await team.rita.ask("/files/1"), await team.rita.ask("/files/1/thumbnail"), await team.ana.ask("/files/2")];
  for (const answer of [image, small, paper]) {
    expect(answer.status).toBe(200);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect(answer.headers.get("cache-control")).toContain("no-store");
  }
  expect([image, small, paper].map(({ headers }) => headers.get("content-type"))).toEqual(["image/jpeg", "image/jpeg", "application/pdf"]);
  expect(image.headers.get("content-disposition")).toMatch(/^inline; .*Obra%20norte\.jpg$/);
  expect(paper.headers.get("content-disposition")).toMatch(/^attachment; .*recibo\.exe\.pdf$/);
  expect(Buffer.from(await image.arrayBuffer()).toString("latin1")).not.toMatch(/Exif|Telefono|script/);
  expect((await team.ana.ask("/files/2/thumbnail")).status).toBe(404);
});

test("who does not see the record gets the same answer as for a number that does not exist, and may add nothing", async () => {
  const before = look();
  const [theirs, nobodys] = [await team.luis.ask("/files/1"), await team.luis.ask("/files/999999")];
  expect([theirs.status, nobodys.status]).toEqual([404, 404]);
  expect(await theirs.text()).toBe((await nobodys.text()).replaceAll("999999", "1"));
  expect((await visitor(server.url).ask("/files/1")).headers.get("location")).toBe("/login?next=%2Ffiles%2F1");
  const body = (await team.ana.visit(page)).bodyFor("Adjuntar", { files: photo });
  for (const other of [team.luis, team.rita]) {
    body.set("_submission", crypto.randomUUID());
    const answer = await other.post("/api/uploads/attachments", body);
    expect(answer.path).toContain(other === team.luis ? "error=missing" : "error=refused");
  }
  expect((await team.rita.visit(page)).text).not.toContain("Agregar archivos");
  expect(look()).toEqual(before);
});

test("whoever's session ended meanwhile comes back to the record after the login, told that nothing was saved", async () => {
  const before = look();
  const gone = visitor(server.url);
  const login = await gone.post("/api/uploads/attachments", (await team.ana.visit(page)).bodyFor("Adjuntar", { files: photo }));
  expect(login.path).toContain("/login?next=%2Faccounts%2F1");
  const back = await login.submit("Entrar", { email: "ana@ejemplo.test", password });
  expect(back.path.split("?")[0]).toBe("/accounts/1");
  expect(back.text).toContain("La sesión había terminado y no se guardó nada.");
  const strange = new FormData();
  strange.set("recordKind", "//otra.parte");
  expect((await visitor(server.url).post("/api/uploads/attachments", strange)).path).toBe("/login?next=%2F");
  expect(look()).toEqual(before);
});

test("one that is refused is told by its place and its reason, and none of them is kept", async () => {
  const before = look();
  const refusals: [File, string][] = [
    [named("dibujo.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), "Las páginas web y los dibujos SVG no se admiten"],
    [named("bomba.png", pngSaying(30_000, 30_000)), "La imagen tiene más de 25 millones de puntos."],
    [named("vacio.txt", ""), "El archivo está vacío."],
    [named("IMG_1.HEIC", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "Es una foto HEIC, que no se ve en todos los equipos. En el iPhone elíjala de la fototeca"],
    [named("grande.txt", "x".repeat(20 * 1_048_576 + 1)), "El archivo pesa más de 20 MB."],
  ];
  for (const [file, sentence] of refusals) {
    const answer = await (await team.ana.visit(page)).submit("Adjuntar", { files: [photo, file] });
    expect(answer.errorFor("files")).toContain(`Archivo 2: ${sentence}`);
    expect(look()).toEqual(before);
  }
  const none = await (await team.ana.visit(page)).submit("Adjuntar");
  expect(none.errorFor("files")).toBe("Este dato es obligatorio.");
  const many = await (await team.ana.visit(page)).submit("Adjuntar", { files: Array.from({ length: 21 }, (_, place) => named(`${place}.txt`, "hola")) });
  expect(many.errorFor("files")).toContain("Adjunte hasta 20 archivos a la vez.");
  expect(look()).toEqual(before);
  promise("F1", `${refusals.length + 2} uploads refused over HTTP with a sentence each: 0 rows, 0 bytes left`);
});

test("a text that pretends to be a file is none", async () => {
  const before = look();
  const body = (await team.ana.visit(page)).bodyFor("Adjuntar");
  for (const [name, value] of [
    ["sha256", "a".repeat(64)],
    ["name", "x.txt"],
    ["size", "1"],
  ] as const)
    body.append(`files.0.${name}`, value);
  expect((await team.ana.post("/api/uploads/attachments", body)).path).toContain("error=required");
  expect(look()).toEqual(before);
});

test("files of people and papers stand on their pages, and on their account's; what is taken away is gone from both", async () => {
  const sent = await (await team.ana.visit("/contacts/1")).submit("Adjuntar", { files: named("identificación.txt", "Eva Luna") });
  expect([sent.notice, sent.path.split("?")[0]]).toEqual(["Se adjuntó un archivo.", "/contacts/1"]);
  const account = await team.ana.visit(page);
  expect(namesOn(account)[0]).toBe("identificación.txt");
  const from = account.document.querySelector(".file .soft a");
  expect([from?.textContent, from?.getAttribute("href")]).toEqual(["Contacto Eva Luna", "/contacts/1#archivos"]);
  const gone = await sent.submit("Quitar identificación.txt");
  expect(gone.notice).toBe("Se envió el archivo a la papelera.");
  expect((await team.ana.ask("/files/5")).status).toBe(404);
  expect(namesOn(await team.ana.visit(page))).not.toContain("identificación.txt");
});

test("what was taken away stands in the trash of its record until its day, and who may edit puts it back; the history says both", async () => {
  const trash = await team.ana.visit("/contacts/1");
  expect(trash.text).toMatch(/Papelera: un archivo.*identificación\.txt\s*Se borra el \d\d\/\d\d\/\d{4}/);
  for (const other of [team.rita, team.luis]) expect((await other.visit("/contacts/1")).text).not.toContain("Papelera: un archivo");
  const body = trash.bodyFor("Recuperar identificación.txt");
  const before = look();
  for (const [other, status] of [
    [team.rita, 403],
    [team.luis, 404],
  ] as const)
    expect((await other.post("/contacts/1", body)).status).toBe(status);
  expect(look()).toEqual(before);
  const back = await trash.submit("Recuperar identificación.txt");
  expect(back.notice).toBe("Se recuperó el archivo.");
  expect(namesOn(back)).toEqual(["identificación.txt"]);
  expect(back.text).not.toContain("Papelera: un archivo");
  expect((await team.ana.ask("/files/5")).status).toBe(200);
  expect(back.text).toContain("Se recuperó un archivo Eva Luna «identificación.txt»");
});

test("the company's room for files is a setting, shown with what is taken, and holds", async () => {
  const settings = await marta.visit("/settings/company");
  expect(settings.text).toMatch(/Los archivos ocupan \d+ de 5,?000 MB\./);
  expect((await settings.submit("Guardar", { filesRoomMb: "100" })).notice).not.toBe("");
  const db = dataOf(server);
  db.$client.exec("update attachments set bytes = 105000000 where id = 2");
  const full = await (await team.ana.visit(page)).submit("Adjuntar", { files: photo });
  expect(full.errorFor("files")).toContain("No queda espacio para archivos.");
  const still = await (await team.ana.visit(page)).submit("Quitar recibo.exe.pdf");
  expect((await still.submit("Adjuntar", { files: photo })).errorFor("files")).toContain("No queda espacio para archivos.");
  const emptied = await (await marta.visit("/settings/company")).submit("Vaciar la papelera de archivos");
  expect(emptied.notice).toBe("La papelera se está vaciando.");
  db.$client.close();
});

function named(name: string, content: Buffer | string): File {
  return new File([typeof content === "string" ? content : new Uint8Array(content)], name);
}

function namesOn({ document }: Awaited<ReturnType<Visitor["visit"]>>): string[] {
  return document.querySelectorAll(".files .file > div > a").map((link) => link.textContent);
}

function look() {
  const db = dataOf(server);
  const rows = databaseHash(db);
  db.$client.close();
  return { rows, files: filesUnder(server.dataDir) };
}
