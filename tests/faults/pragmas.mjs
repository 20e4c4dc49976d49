import Database from "better-sqlite3";

/** Loaded before a server by fault tests (`NODE_OPTIONS=--import`), never by the product, which has no such switch: once a setting of
 *  `FAULT_PRAGMAS` (`synchronous=1 wal_autocheckpoint=20`) was set and read back as the product wants it, it becomes what the test wants.
 *  SIGUSR2 takes all room for new pages away, or gives it back. */
const wanted = new Map((process.env.FAULT_PRAGMAS ?? "").split(" ").map((one) => one.split("=")));
const { pragma } = Database.prototype;
const open = new Set();

Database.prototype.pragma = function (source, options) {
  open.add(this);
  const answer = Reflect.apply(pragma, this, [source, options]);
  if (wanted.has(source)) Reflect.apply(pragma, this, [`${source} = ${wanted.get(source)}`]);
  return answer;
};

let isFull = false;
process.on("SIGUSR2", () => {
  isFull = !isFull;
  for (const handle of open) {
    if (handle.open)
      Reflect.apply(pragma, handle, [`max_page_count = ${isFull ? Reflect.apply(pragma, handle, ["page_count", { simple: true }]) : 1_000_000}`]);
  }
});
