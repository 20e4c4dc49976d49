import type { Prospect } from "./queries";

/** What the form shows of a prospect, by field. */
export function prospectValues(prospect: Prospect) {
  const { contactedOn, personName, companyName, industryId, phone, email, region, subject, notes, internalNote, status } = prospect;
  const { colorBackground, colorText, channelId, originId, workCenterId, ownerId } = prospect;
  return {
    ...{ contactedOn, personName, companyName, industryId, phone, email, region, subject, notes, internalNote, status },
    ...{ colorBackground, colorText, channelId, originId, workCenterId, ownerId },
  };
}
