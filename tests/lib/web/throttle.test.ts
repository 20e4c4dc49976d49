import { expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, openDatabase } from "@/db/open";
import { countTryFrom, network } from "@/lib/web/auth/throttle";

test.each([
  ["2001:db8::5", "2001:db8:0:0"],
  ["2001:DB8:0:0::5", "2001:db8:0:0"],
  ["2001:db8::a:b:c:d", "2001:db8:0:0"],
  ["2001:db8::1:b:c:d:e", "2001:db8:0:1"],
  ["2001:db8:0:1::5", "2001:db8:0:1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["::1", "0:0:0:0"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::ffff:c000:207", "192.0.2.7"],
  ["192.0.2.7", "192.0.2.7"],
])("%s is of the network %s", (ip, expected) => {
  expect(network(ip)).toBe(expected);
});

test("a household counts as one, however it writes its address; the next one does not", async () => {
  const handle = openDatabase(":memory:");
  applyMigrations(handle);
  const db = connect(handle);
  for (let n = 0; n < 100; n += 1) await countTryFrom(db, `2001:db8::${n.toString(16)}`);
  await expect(countTryFrom(db, "2001:db8:0:0:a:b:c:d")).rejects.toThrow("too_many_attempts");
  await countTryFrom(db, "2001:db8:0:1::1");
});
