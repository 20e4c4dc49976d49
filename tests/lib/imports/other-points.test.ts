import { expect, test } from "vitest";
import { accounts, contactPoints } from "@/db/schema";
import { world } from "../../support/world";
import { applied, checked } from "./jobs";

const file = (rows: string) =>
  Buffer.from(`Nombre de la empresa,Teléfono,Correo electrónico,Otro teléfono,Otro correo electrónico,Referencia,Descripción\n${rows}\n`);

test("a second phone, a second mailbox, the reference and the description come in, and the same file again changes nothing", async () => {
  const here = world();
  const { db } = here;
  const row = "Bodega Nueva,81 1234 5678,hola@bodega.test,81 1111 2222,Pagos@Bodega.test,Entre Mina y Arteaga,Paga los viernes";
  const { id } = await checked(here, "accounts", file(row));
  await applied(db, id);
  expect(db.select().from(accounts).all().at(-1)).toMatchObject({
    name: "Bodega Nueva",
    addressReference: "Entre Mina y Arteaga",
    description: "Paga los viernes",
  });
  const points = () =>
    db
      .select()
      .from(contactPoints)
      .all()
      .map(({ kind, use, valueKey }) => [kind, use, valueKey]);
  expect(points()).toEqual([
    ["phone", "other", "+528111112222"],
    ["email", "other", "pagos@bodega.test"],
  ]);

  const again = await checked(here, "accounts", file(row.replace("81 1111 2222", "+52 81 1111 2222")));
  expect(again.counts).toMatchObject({ unchanged: 1, changed: 0 });
  const more = await checked(here, "accounts", file(row.replace("81 1111 2222", "81 3333 4444")));
  expect(more.rows[0]!.reasons).toMatchObject([{ field: "otherPhone", code: "imports.change", values: { was: "", becomes: "81 3333 4444" } }]);
  await applied(db, more.id);
  expect(points().map(([, , key]) => key)).toEqual(["+528111112222", "pagos@bodega.test", "+528133334444"]);
});
