import { page } from "@/app/frame";
import { WhoSeesPage } from "@/components/users/who-sees-page";
import { whoSees } from "@/lib/access/who-sees";
import { missing } from "@/lib/web/page";

export default page("/who-sees/[module]/[id]", (scope, { params }) => {
  const told = whoSees(scope, params.module!, params.id!, Date.now());
  return told ? <WhoSeesPage {...told} /> : missing;
});
