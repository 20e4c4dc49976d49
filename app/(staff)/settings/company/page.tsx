import { page } from "@/app/frame";
import { CompanyPage } from "@/components/settings/company-page";
import { CountryForm } from "@/components/settings/country-form";
import { FilesRoom } from "@/components/settings/files-room";
import { mayChangeCountry } from "@/lib/settings/country";
import { findCompany } from "@/lib/settings/queries";
import { roomTakenMb } from "@/lib/web/attachments";
import { logoState } from "@/lib/web/logo";
import { edit, emptyTrash, move } from "./actions";

export default page("/settings/company", (scope, { query }) => {
  const company = findCompany(scope);
  const { currency, version } = company;
  const country = <CountryForm currency={currency} version={version} today={scope.viewer.today} action={move} mayChange={mayChangeCountry(scope)} />;
  return (
    <CompanyPage
      company={company}
      action={edit}
      logo={logoState(query)}
      files={<FilesRoom {...roomTakenMb()} roomMb={company.filesRoomMb} empty={emptyTrash} />}
      country={country}
    />
  );
});
