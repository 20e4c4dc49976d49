import { createHash } from "node:crypto";
import type { Deed } from "./ledger";
import type { Client, Waiting, Writer } from "./writers";

const fewRows = 20;
const manyRows = 400;

const issueInvoice: Writer = {
  name: "invoice.issued",
  ask(client) {
    return ofWaiting(this, client, client.drafts);
  },
  effects: ({ $client }) =>
    ($client.prepare(issuedLines).pluck().all() as string[]).filter((told) => told === lineText(told.slice(0, 36))).map((told) => told.slice(0, 36)),
};

const issuedLines = `
  select document_lines.description
  from documents
  join document_lines on document_lines.document_id = documents.id
  join sales_ledger on sales_ledger.document_id = documents.id and sales_ledger.total_minor = documents.total_minor
  join events on events.subject_kind = 'invoice' and events.subject_id = documents.id and events.name = 'invoice.issued'
  where documents.kind = 'invoice' and documents.status = 'issued' and documents.number is not null`;

export const applyList: Writer = {
  name: "import.applied",
  ask(client) {
    return ofWaiting(this, client, client.checked);
  },
  effects: ({ $client }) => $client.prepare(appliedLists).pluck().all() as string[],
};

/** The file's name holds the submission of its upload and the one that is to apply it. */
const appliedLists = `
  select substr(files.name, 38, 36)
  from imports
  join files on files.id = imports.file_id
  join events on events.subject_kind = 'import' and events.subject_id = imports.id and events.name = 'import.applied'
  where imports.state in ('applying', 'applied')`;

const uploadList: Writer = {
  name: "import.uploaded",
  ask(client) {
    return listDeed(client, fewRows);
  },
  effects: ({ $client }) =>
    ($client.prepare(uploadedLists).all() as { name: string; sha256: string }[])
      .map(({ name, sha256 }) => ({ submission: name.slice(0, 36), sha256, rows: Number.parseInt(name.slice(74), 10) }))
      .filter(({ submission, sha256, rows }) => sha256 === createHash("sha256").update(listOf(submission, rows)).digest("hex"))
      .map(({ submission }) => submission),
};

const uploadedLists = `
  select files.name, files.sha256
  from files
  join imports on imports.file_id = files.id
  join events on events.subject_kind = 'import' and events.subject_id = imports.id and events.name = 'import.uploaded'`;

/** A list that takes longer than most lives to apply. */
export function longListDeed(client: Client): Deed {
  return listDeed(client, manyRows);
}

export const paperWriters: Writer[] = [issueInvoice, uploadList, applyList];

/** As much as a line takes. */
export function lineText(submission: string): string {
  return submission.repeat(13);
}

function listDeed(client: Client, rows: number): Deed {
  const submission = crypto.randomUUID();
  const body = new FormData();
  body.set("kind", "accounts");
  body.set("_submission", submission);
  body.set("file", new File([listOf(submission, rows)], `${submission}~${crypto.randomUUID()}~${rows}.csv`));
  return { writer: uploadList, client, path: "/api/uploads/imports", body, submission };
}

function listOf(submission: string, rows: number): string {
  return ["Empresa,Ciudad", ...Array.from({ length: rows }, (_, place) => `Fila ${submission} ${place},Mérida`)].join("\n");
}

function ofWaiting(writer: Writer, client: Client, { form, records }: Waiting): Deed | undefined {
  const record = form && records.shift();
  if (!form || !record) return undefined;
  const body = new FormData();
  for (const [name, value] of form.body) body.append(name, name === "id" ? String(record.id) : name === "_submission" ? record.submission : value);
  return { writer, client, path: form.path, body, submission: record.submission };
}
