import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { accounts } from "@/db/schema";
import { type ListName, listNames, sheetFormats } from "@/db/vocabulary";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import type { StaffViewer } from "@/lib/access/viewer";
import { lists } from "@/lib/exports/lists";
import { exporting } from "@/lib/exports/policy";
import { columnsFor } from "@/lib/exports/queries";
import { exportChunks } from "@/lib/exports/sheet";
import { runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { keysOf } from "@/lib/lists/columns";
import { attacks } from "../../support/attacks";
import { promise } from "../../support/promise";
import { companyOf, now, world } from "../../support/world";
import { wholeSheet } from "../sheets/support";

type Asked = { address?: string; columns?: string[]; format?: (typeof sheetFormats)[number]; locale?: "es" | "en" };

async function exported(
  db: ReturnType<typeof world>["db"],
  viewer: StaffViewer,
  list: ListName,
  { address = "", columns, format = "csv", locale = "es" }: Asked = {},
) {
  const { currency } = companyOf(db);
  return runWith({ locale, pack: packs.MX, zone: "UTC", currency }, async () => {
    const scope = scopeFor(exporting(viewer, list), db);
    const chunks: Uint8Array[] = [];
    const wanted = { list, address, format, columns: columns ?? keysOf(columnsFor(scope, list, address)) };
    for await (const chunk of exportChunks(scope, wanted)) chunks.push(chunk);
    return Buffer.concat(chunks);
  });
}

test("no text of a list runs as a formula, and every one comes back as it was, from CSV and from XLSX", async () => {
  const { db, viewer } = world();
  write(db, (tx): void => {
    for (const [place, name] of attacks.entries()) {
      const code = `K${String(place).padStart(3, "0")}`;
      const keys = { nameKey: code, cityKey: code, ownerKey: code, createdAt: now, updatedAt: now };
      tx.insert(accounts)
        .values({ name, code, legalName: name, city: name, phone: name, email: name, address: name, internalNote: name, description: name, ...keys })
        .run();
    }
  });
  const texts = ["name", "legal_name", "address", "phone", "email", "description", "internal_note"];
  for (const format of sheetFormats) {
    const bytes = await exported(db, viewer("marta"), "accounts", { columns: ["code", ...texts], format });
    const sheet = await wholeSheet(bytes, `cuentas.${format}`);
    const rows = sheet.rows.filter(({ cells }) => cells[0]!.startsWith("K"));
    expect(rows).toHaveLength(attacks.length);
    for (const { cells } of rows) expect(new Set(cells.slice(1)), format).toEqual(new Set([attacks[Number(cells[0]!.slice(1))]]));
  }
  const workbook = await exported(db, viewer("marta"), "accounts", { columns: ["code", ...texts], format: "xlsx" });
  expect(partsOf(workbook)).not.toMatch(/<f[ >]/);
  promise("F3", `${attacks.length} texts in ${texts.length} columns, as CSV and XLSX: ${attacks.length * texts.length * 2} cells come back, none as a formula`);
});

test("dates and amounts are typed, and an amount says in which currency", async () => {
  const { db, viewer } = world();
  db.run(
    "insert into account_balances (account_id, currency, invoiced_minor, balance_minor) select id, 'MXN', 150050, 150050 from accounts where name = 'Acme'",
  );
  db.run("insert into account_balances (account_id, currency, invoiced_minor, balance_minor) select id, 'USD', 999, 999 from accounts where name = 'Acme'");
  const csv = (await exported(db, viewer("marta"), "accounts", { address: "columns=created,balance" })).toString();
  const [head, acme, beta] = csv.split("\r\n");
  expect(head).toBe("\uFEFFNombre,Creado,Saldo,Saldo en otras monedas");
  expect(acme).toBe("Acme,2026-08-22,1500.5,USD 9.99");
  expect(beta).toBe("Beta,2026-08-22,,");
  const sheet = partsOf(await exported(db, viewer("marta"), "accounts", { address: "columns=created,balance", format: "xlsx" }));
  expect(sheet).toContain("<v>1500.5</v>");
  expect(sheet).toMatch(/<c [^>]*s="\d+"[^>]*><v>46256<\/v>/);
});

test("each list goes out with its columns, filters and order, and only with what its viewer sees", async () => {
  const { db, viewer } = world();
  for (const list of listNames) expect((await exported(db, viewer("marta"), list)).toString(), list).toMatch(/^\uFEFF[^\r]+\r\n/);
  const names = async (person: "marta" | "bruno" | "ana", address: string) =>
    (await exported(db, viewer(person), "accounts", { address, columns: ["name"] })).toString().split("\r\n").slice(1, -1);
  expect(await names("marta", "")).toEqual(["Acme", "Beta", "Zeta"]);
  expect(await names("marta", "sort=-name&owner=nobody")).toEqual(["Zeta", "Beta", "Acme"]);
  expect(await names("marta", `owner=${viewer("luis").userId}`)).toEqual(["Zeta"]);
  expect(await names("bruno", "")).toEqual(["Acme", "Beta"]);
  expect(await names("ana", "")).toEqual([]);
});

test("who may take out less than they see takes out less", async () => {
  const { db, viewer } = world();
  const ana = viewer("ana");
  const narrow: StaffViewer = { ...ana, grants: { ...ana.grants, accounts: { view: "all", export: "own" } } };
  const csv = (await exported(db, narrow, "accounts", { columns: ["name"] })).toString();
  expect(csv).not.toContain("Zeta");
  expect(csv).toContain("Acme");
});

test("a hidden field is in no file, whatever the address and the stored columns say", async () => {
  const { db, viewer } = world();
  db.run("update accounts set internal_note = 'secreto'");
  const rita: StaffViewer = { ...viewer("rita"), grants: { ...viewer("rita").grants, accounts: { view: "all", export: "all" } } };
  const csv = (await exported(db, rita, "accounts", { columns: ["name", "internal_note"] })).toString();
  expect(csv.split("\r\n")[0]).toBe("\uFEFFNombre");
  expect(csv).not.toContain("secreto");
  expect(keysOf(columnsFor(scopeFor(rita, db), "accounts", "columns=all"))).not.toContain("internal_note");
  expect(keysOf(columnsFor(scopeFor(rita, db), "catalog", "columns=cost,price"))).toEqual(["name", "price"]);
});

test("the sheet of a workbook is named in the language of who takes it out", async () => {
  const { db, viewer } = world();
  const named = async (locale: "es" | "en") => partsOf(await exported(db, viewer("marta"), "accounts", { format: "xlsx", locale }));
  expect(await named("es")).toContain('name="Datos"');
  expect(await named("en")).toContain('name="Data"');
});

test("many pages of a list are read whole and once, however they are cut", async () => {
  const { db, viewer } = world();
  write(db, (tx): void => {
    for (let place = 0; place < 57; place++) {
      const keys = { nameKey: `k${place % 7}`, cityKey: "", ownerKey: "", createdAt: now, updatedAt: now };
      tx.insert(accounts)
        .values({ name: `Cuenta ${place}`, ...keys })
        .run();
    }
  });
  for (const sort of ["name", "-name", "-created", "owner"]) {
    const read: string[] = [];
    for await (const rows of lists.accounts.texts(scopeFor(viewer("marta"), db), `sort=${sort}`, ["id"], 10)) read.push(...rows.map(([id]) => id!));
    expect([read.length, new Set(read).size], sort).toEqual([60, 60]);
  }
});

/** The text of every part of a workbook. */
function partsOf(workbook: Buffer): string {
  let text = "";
  for (let at = workbook.indexOf("PK\x01\x02"); at >= 0; at = workbook.indexOf("PK\x01\x02", at + 1)) {
    const [packed, offset] = [workbook.readUInt32LE(at + 20), workbook.readUInt32LE(at + 42)];
    const start = offset + 30 + workbook.readUInt16LE(offset + 26) + workbook.readUInt16LE(offset + 28);
    const bytes = workbook.subarray(start, start + packed);
    text += workbook.readUInt16LE(at + 10) === 0 ? bytes.toString() : inflated(bytes);
  }
  return text;
}

function inflated(bytes: Buffer): string {
  return inflateRawSync(bytes).toString();
}
