import { apiRoute } from "@/lib/web/api-route";
import { choicesFrom } from "@/lib/web/choices";
import { missing } from "@/lib/web/page";

/** What a picker offers while one types. */
export const GET = apiRoute("/api/choices/[from]", (scope, { params, query }) => {
  const source = choicesFrom(params.from!);
  return source ? { choices: source(scope, (query.get("q") ?? "").trim().slice(0, 100)) } : missing;
});
