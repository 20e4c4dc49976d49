const partMark = "; run in part on ";

/** What is known from here, else what the page says; and whether only some tests of the file ran after that. */
export function rowOf({ id, says, file, tier }, fresh, written = []) {
  const partly = fresh?.partlyOn ? `${partMark}${fresh.partlyOn}` : "";
  if (fresh?.state) return [id, says, cell(file, fresh.tests ?? []), tier, fresh.figure ?? "", `${fresh.state}, ${fresh.on}${partly}`];
  const [, , test = cell(file, []), , figure = "", result = "not run yet"] = written;
  return [id, says, test, tier, figure, partly ? result.split(partMark)[0] + partly : result];
}

function cell(file, tests) {
  return `\`${file}\`${tests.length > 0 ? `: ${tests.join("; ")}` : ""}`;
}
