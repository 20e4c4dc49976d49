import { page } from "@/app/frame";
import { CompanyPage } from "@/components/settings/company-page";
import { findCompany } from "@/lib/settings/queries";
import { logoState } from "@/lib/web/logo";
import { edit } from "./actions";

export default page("/settings/company", (scope, { query }) => <CompanyPage company={findCompany(scope)} action={edit} logo={logoState(query)} />);
