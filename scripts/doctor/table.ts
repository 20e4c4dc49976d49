export type Finding = { name: string; isWell: boolean; detail: string };

/** One line for each finding, in columns, for a terminal. */
export function tableOf(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  return findings.map(({ name, isWell, detail }) => `${isWell ? "bien" : "MAL "}  ${name.padEnd(width)}  ${detail}`.trimEnd()).join("\n");
}
