import { parseArgs } from "node:util";

export const parts = ["pages", "sql", "writes", "pdf", "memory", "exports", "bulks", "profiles"] as const;
export type Part = (typeof parts)[number];

export type Options = {
  accounts: number[];
  parts: Part[];
  blocks: number;
  requests: number;
  /** Only pages whose name contains this. */
  pages?: string;
  /** Only members whose name contains this. */
  members?: string;
  profile?: string;
};

/** Throws on what is not an option, or not a number. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      accounts: { type: "string", default: "1000,100000,1000000" },
      parts: { type: "string", default: parts.join() },
      blocks: { type: "string", default: "5" },
      requests: { type: "string", default: "20" },
      pages: { type: "string" },
      members: { type: "string" },
      profile: { type: "string" },
    },
  });
  return {
    accounts: values.accounts.split(",").map(whole),
    parts: values.parts.split(",").map(partOf),
    blocks: whole(values.blocks),
    requests: whole(values.requests),
    pages: values.pages,
    members: values.members,
    profile: values.profile,
  };
}

function whole(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`${text} is not a whole number above zero`);
  return number;
}

function partOf(text: string): Part {
  const part = parts.find((one) => one === text);
  if (part === undefined) throw new RangeError(`${text} is none of ${parts.join(", ")}`);
  return part;
}
