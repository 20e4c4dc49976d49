import { page } from "@/app/frame";
import { UploadPage } from "@/components/imports/upload-page";
import { importKinds } from "@/db/vocabulary";
import { mayFill } from "@/lib/imports/policy";
import { uploadState } from "@/lib/imports/upload-state";

export default page("/imports/new", ({ viewer }, { query }) => {
  const kinds = importKinds.filter((kind) => mayFill(viewer, kind));
  return <UploadPage kinds={kinds} kind={kinds.find((kind) => kind === query.kind)} state={uploadState(query)} />;
});
