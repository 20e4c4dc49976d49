import { page } from "@/app/frame";
import { TrashPage } from "@/components/trash/trash-page";
import { trashFilters } from "@/lib/trash/filters";
import { listTrash } from "@/lib/trash/queries";
import { restores } from "./restores";

export default page("/trash", (scope, { query }) => {
  const filters = trashFilters.parse(query);

  return <TrashPage filters={filters} page={listTrash(scope, filters)} restores={restores} />;
});
