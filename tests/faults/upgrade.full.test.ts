import { test } from "vitest";
import { promise } from "../support/promise";
import { survive } from "./killed-upgrades";

test("fifty kills in the middle of an upgrade lose nothing", async () => {
  promise("D8", await survive(50));
}, 600_000);
