import { z } from "zod";
import { locales, mailKinds, mailSecurities } from "@/db/vocabulary";
import { checkbox, email, id, optionalEmail, optionalId, optionalText, requiredText } from "@/lib/core/fields";
import { longestName, longestSubject, longestText } from "./clean";

export const mailServerForm = z.object({
  host: requiredText(253).regex(/^[a-z0-9.:_-]+$/i),
  port: z.coerce.number().int().min(1).max(65_535),
  security: z.enum(mailSecurities),
  userName: optionalText(200),
  password: z
    .string()
    .max(500)
    .nullish()
    .transform((text) => text || null),
  fromName: requiredText(longestName),
  fromAddress: email(),
  replyTo: optionalEmail(),
});
export type MailServerInput = z.output<typeof mailServerForm>;

export const mailTestForm = z.object({ to: email() });

export const mailTemplateForm = z.object({
  id: optionalId(),
  kind: z.enum(mailKinds),
  locale: z.enum(locales),
  name: requiredText(80),
  subject: requiredText(longestSubject),
  text: requiredText(longestText),
  isDefault: checkbox(),
});
export type MailTemplateInput = z.output<typeof mailTemplateForm>;

export const mailTemplateUseForm = z.object({ id: id(), use: z.enum(["yes", "no"]) });

const several = z.union([z.string(), z.array(z.string())]).nullish();

/** `people` are proposed recipients by their keys; `to` and `cc` are typed, several with commas between them. */
export const mailForm = z.object({
  about: z.enum(mailKinds),
  id: id(),
  people: several.transform((keys) => [keys ?? []].flat().slice(0, 50)),
  to: optionalText(2_000),
  cc: optionalText(2_000),
  templateId: optionalText(20),
  subject: requiredText(longestSubject),
  text: requiredText(longestText),
  withPaper: checkbox(),
  files: several.transform((ids) => [ids ?? []].flat().map(Number)),
  /** What was kept of it while files were added. */
  draft: optionalId(),
});
export type MailInput = z.output<typeof mailForm>;

export const mailRef = z.object({ id: id() });
