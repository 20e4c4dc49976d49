import { page } from "@/app/frame";
import { findAccount } from "@/lib/accounts/queries";
import { missing } from "@/lib/web/page";

export default page("/accounts/[id]", (scope, { params }) => {
  const account = findAccount(scope, params.id!);
  if (!account) return missing;
  return (
    <main>
      <h1>{account.name}</h1>
    </main>
  );
});
