import { admits } from "@/lib/access/admit";
import { type PagePath, pages } from "@/lib/access/registry";
import type { Viewer } from "@/lib/access/viewer";
import { canAudit } from "@/lib/audit/policy";
import { type MessageKey, t } from "@/lib/i18n/words";
import { canSetMailServer } from "@/lib/mail/policy";
import { canSwitchModules } from "@/lib/modules/policy";
import { canSetUp } from "@/lib/setup/policy";

const entries: { href: PagePath; label: MessageKey; hint: MessageKey }[] = [
  { href: "/settings/start", label: "setup.checklist", hint: "setup.checklist_hint" },
  { href: "/settings/company", label: "settings.company", hint: "settings.index.company" },
  { href: "/settings/modules", label: "modules.title", hint: "settings.index.modules" },
  { href: "/settings/users", label: "users.title", hint: "settings.index.users" },
  { href: "/settings/roles", label: "users.roles_and_profiles", hint: "settings.index.roles" },
  { href: "/settings/origins", label: "origins.title", hint: "settings.index.origins" },
  { href: "/settings/web-forms", label: "web_forms.title", hint: "settings.index.web_forms" },
  { href: "/settings/lists", label: "settings.picklists", hint: "settings.index.lists" },
  { href: "/settings/required", label: "required.title", hint: "settings.index.required" },
  { href: "/settings/taxes", label: "settings.taxes", hint: "settings.index.taxes" },
  { href: "/settings/series", label: "settings.series", hint: "settings.index.series" },
  { href: "/settings/words", label: "settings.words", hint: "settings.index.words" },
  { href: "/settings/mail", label: "mails.server.title", hint: "settings.index.mail" },
  { href: "/settings/mail-templates", label: "mails.templates.title", hint: "settings.index.mail_templates" },
  { href: "/settings/audit", label: "settings.audit", hint: "settings.index.audit" },
  { href: "/imports", label: "menu.imports", hint: "settings.index.imports" },
  { href: "/trash", label: "menu.trash", hint: "settings.index.trash" },
  { href: "/settings/me", label: "app.my_account", hint: "settings.index.me" },
];

/** What this viewer may look at or change, from the registry. */
export function settingsFor(viewer: Viewer) {
  const isOpen = ({ href }: (typeof entries)[number]) => admits(pages[href], viewer) && (narrower[href]?.(viewer) ?? true);
  return entries.filter(isOpen).map(({ href, label, hint }) => ({ href, label: t(label), hint: t(hint) }));
}

/** Where the page asks for more than its door. */
const narrower: Partial<Record<PagePath, (viewer: Viewer) => boolean>> = {
  "/settings/audit": canAudit,
  "/settings/start": canSetUp,
  "/settings/modules": canSwitchModules,
  "/settings/mail": canSetMailServer,
};
