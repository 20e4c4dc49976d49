import { z } from "zod";
import { attachmentKinds } from "@/db/vocabulary";
import { id, optionalId } from "@/lib/core/fields";

const megabyte = 1_048_576;

/** All of a request together stay under what the door lets through to this address. */
export const attachmentLimits = { file: 20 * megabyte, files: 20 };

const kept = { sha256: z.string(), size: z.number() };
/** What it is and, of an image, how it looks small, is found out before it is filed. */
const uploaded = z.object({ ...kept, name: z.string(), mime: z.string().default("application/octet-stream"), thumbnail: z.object(kept).optional() });

export const attachmentsForm = z
  .object({
    recordKind: z.enum(attachmentKinds),
    recordId: id(),
    /** The mail for which they are added, while it is being written. */
    draft: optionalId(),
    files: z.array(uploaded).default([]),
    /** Just taken with the camera. */
    photos: z.array(uploaded).default([]),
  })
  .refine(({ files, photos }) => files.length + photos.length > 0, { path: ["files"] });
export type AttachmentsInput = z.output<typeof attachmentsForm>;

export const attachmentRef = z.object({ id: id() });
