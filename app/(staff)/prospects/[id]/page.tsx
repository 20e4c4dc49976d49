import { page } from "@/app/frame";
import { RecordFiles } from "@/components/files/record-files";
import { ProspectPage } from "@/components/prospects/prospect-page";
import { grants } from "@/lib/access/permissions";
import { listActivities } from "@/lib/activities/queries";
import { canMail } from "@/lib/mail/policy";
import { mailsAbout } from "@/lib/mail/queries";
import { mailAddress } from "@/lib/mail/rules";
import { pendingOf, prospectNames } from "@/lib/prospects/names";
import { canAssignProspect, canConvertProspect, canDeleteProspect, canEditProspect, canFollowUp, canUndoConversion } from "@/lib/prospects/policy";
import { findProspect, wasConverted } from "@/lib/prospects/queries";
import { canBeReopened, isClosed } from "@/lib/prospects/rules";
import { pickOptions } from "@/lib/settings/queries";
import { recordFiles } from "@/lib/web/attachments";
import { missing } from "@/lib/web/page";
import { remove, restore } from "../../files/actions";
import { convert, followUp, reopen, trash, undoConvert } from "../actions";

export default page("/prospects/[id]", (scope, { params, query }) => {
  const prospect = findProspect(scope, params.id!);
  if (!prospect) return missing;
  const { viewer } = scope;
  const about = { kind: "prospect", id: prospect.id } as const;
  const mayEdit = canEditProspect(viewer, prospect);
  const isCustomer = wasConverted(scope, prospect);
  return (
    <ProspectPage
      prospect={prospect}
      names={prospectNames(scope, prospect)}
      activities={listActivities(scope, { prospectId: prospect.id })}
      mails={mailsAbout(scope, about)}
      mailHref={canMail(viewer, { kind: "prospect", record: prospect }) ? mailAddress("prospect", prospect.id) : undefined}
      pending={pendingOf(scope, prospect.id)}
      reasons={pickOptions(scope, "lost_reason")}
      today={viewer.today}
      may={{
        edit: mayEdit && !isClosed(prospect),
        assign: canAssignProspect(viewer, prospect) && !isClosed(prospect),
        delete: canDeleteProspect(viewer, prospect),
        followUp: canFollowUp(viewer, prospect) && !isClosed(prospect),
        reopen: mayEdit && canBeReopened(prospect) && !isCustomer,
        convert: canConvertProspect(viewer, prospect) && !isClosed(prospect),
        undoConvert: isCustomer && canUndoConversion(viewer, prospect),
        quote: grants(viewer, "quotes", "create"),
      }}
      actions={{ followUp, trash, reopen, convert, undoConvert }}
      files={<RecordFiles {...recordFiles(scope, about, query)} remove={remove} restore={restore} />}
    />
  );
});
