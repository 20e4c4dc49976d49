import { test } from "vitest";
import { throughAnHourWithout } from "../support/mail-hour";
import { promise } from "../support/promise";

test("five hundred mails wait for their server through an hour, and none is lost or doubled", { timeout: 10 * 60_000 }, async () => {
  promise("J2", await throughAnHourWithout(500));
});
