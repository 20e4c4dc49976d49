import { afterAll, beforeAll, test } from "vitest";
import { promise } from "../support/promise";
import { stopCleanly } from "./clean-stops";
import { type Site, site } from "./shutdowns";

let company: Site;
beforeAll(async () => {
  company = await site();
});
afterAll(() => company.server.stop());

test("fifty stops under load answer what was accepted", async () => {
  promise("O4", await stopCleanly(company, 50));
}, 1_200_000);
