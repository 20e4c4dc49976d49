import { actorOf } from "@/lib/events/record";
import { uploadImport } from "@/lib/imports/commands";
import { largestUpload, uploadForm } from "@/lib/imports/forms";
import { canUploadImport, mayFill } from "@/lib/imports/policy";
import { formRoute } from "@/lib/web/form-route";

export const POST = formRoute({
  path: "/api/uploads/imports",
  back: "/imports/new",
  largestFile: largestUpload,
  event: "import.uploaded",
  form: uploadForm,
  subject: ({ viewer }, { kind }) => (mayFill(viewer, kind) ? viewer : undefined),
  allow: canUploadImport,
  run: ({ tx, viewer, input, now }) => uploadImport(tx, input, { userId: actorOf(viewer).actorId!, now }),
  next: ({ id }, { file }) => ({ to: `/imports/${id}`, notice: "imports.uploaded", values: { name: file.name } }),
});
