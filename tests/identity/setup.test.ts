import { afterAll, expect, test } from "vitest";
import { users } from "@/db/schema";
import { password, setupPath } from "../support/company";
import { dataOf } from "../support/people";
import { promise } from "../support/promise";
import { startServer } from "../support/server";
import { visitor } from "../support/visit";

const server = await startServer();
afterAll(() => server.stop());

test("without the key nobody sets up, and nothing is there by default", async () => {
  const stranger = visitor(server.url);
  const form = await stranger.visit("/setup");
  const refused = await form.submit("Empezar", { companyName: "Ajena", name: "Mal", email: "mal@ejemplo.test", password, token: "adivinada" });
  expect(refused.text).toContain("La clave de instalación no coincide.");
  const db = dataOf(server);
  expect(db.select().from(users).all()).toEqual([]);
  db.$client.close();
}, 240_000);

test("of 32 set-ups at once one makes the administrator, and the page is gone afterwards", async () => {
  const people = Array.from({ length: 32 }, (_, which) => ({ which, browser: visitor(server.url) }));
  const path = setupPath(server);
  const forms = await Promise.all(people.map(async ({ browser }) => browser.visit(path)));
  const answers = await Promise.all(
    forms.map((form, which) =>
      form.submit("Empezar", { companyName: `Empresa ${which}`, name: `Persona ${which}`, email: `p${which}@ejemplo.test`, password }),
    ),
  );
  expect(answers.filter((answer) => answer.status === 200 && answer.path === "/")).toHaveLength(1);
  expect(answers.filter((answer) => answer.status >= 500)).toEqual([]);

  const db = dataOf(server);
  expect(db.select({ isAdmin: users.isAdmin }).from(users).all()).toEqual([{ isAdmin: true }]);
  db.$client.close();
  const gone = await visitor(server.url).visit(path);
  expect([gone.status, gone.title]).toEqual([404, "No está"]);
  promise("S6", `${answers.length} set-ups at once, 1 administrator, then 404`);
}, 240_000);
