import { parseArgs } from "node:util";

export type Options = { accounts: number[]; blocks: number; requests: number; pages?: string; profile?: string };

export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      accounts: { type: "string", default: "1000,100000" },
      blocks: { type: "string", default: "5" },
      requests: { type: "string", default: "60" },
      pages: { type: "string" },
      profile: { type: "string" },
    },
  });
  return {
    accounts: values.accounts.split(",").map(Number),
    blocks: Number(values.blocks),
    requests: Number(values.requests),
    pages: values.pages,
    profile: values.profile,
  };
}
