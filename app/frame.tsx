import type { ReactNode } from "react";
import { ButtonForm } from "@/components/forms/form";
import { ExampleLine } from "@/components/layout/example-line";
import { PortalShell } from "@/components/layout/portal-shell";
import { SeeingLine } from "@/components/layout/seeing-line";
import { SetupLine } from "@/components/layout/setup-line";
import { Shell } from "@/components/layout/shell";
import { StatusPage } from "@/components/layout/status-page";
import { PortalClosed } from "@/components/portal/portal-closed";
import { UndoTrash } from "@/components/trash/restore-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { StaffViewer } from "@/lib/access/viewer";
import { t } from "@/lib/i18n/words";
import { isClosed } from "@/lib/portal/rules";
import type { Member } from "@/lib/web/auth/viewer";
import { companyCard, companyName, isExampleCompany } from "@/lib/web/company";
import { menuFor } from "@/lib/web/menu";
import type { Noted } from "@/lib/web/notices";
import { unreadNotices } from "@/lib/web/own-notices";
import { openPage as openPageWith, pageWith } from "@/lib/web/page";
import { unfinishedSetup } from "@/lib/web/setup-line";
import type { StorageAnswer } from "@/lib/web/storage";
import { signOut } from "./(open)/login/actions";
import { endSight } from "./(staff)/settings/me/actions";
import { restores } from "./(staff)/trash/restores";

/** Pages of the team and of the portal: each draws its whole frame, since a layout would not run again on the next page. */
export const page = pageWith({ inside, missing, refused, failed, stored, closed });

export const openPage: (...args: [Parameters<typeof openPageWith>[0], Parameters<typeof openPageWith>[1]]) => ReturnType<typeof openPageWith> = (
  path,
  render,
) => openPageWith(path, render, { missing: () => <div className="open">{missing()}</div> });

function inside(viewer: Member, content: ReactNode, path: string, notice?: Noted): ReactNode {
  const setup = viewer.kind === "staff" ? unfinishedSetup(viewer, path) : undefined;
  const noted = (
    <>
      {viewer.seeing && <SeeingLine seeing={viewer.seeing} stop={endSight} />}
      {isExampleCompany() && <ExampleLine mayLeave={viewer.kind === "staff" && viewer.isAdmin} />}
      {setup && <SetupLine {...setup} />}
      {notice && <Notice undo={notice.trashed && <UndoTrash record={notice.trashed} restores={restores} />}>{notice.text}</Notice>}
      {content}
    </>
  );
  return viewer.kind === "customer" ? customerFrame(viewer, noted, path) : staffFrame(viewer, noted, path);
}

function staffFrame(viewer: StaffViewer, content: ReactNode, path: string) {
  const { groups, create, go } = menuFor(viewer, path);
  return (
    <Shell
      groups={groups}
      user={{ name: viewer.name, href: "/settings/me" }}
      signOut={<SignOut />}
      phone={{ create, hasAgenda: Object.values(go).includes("/calendar"), current: placeOf(path) }}
      go={go}
      unread={unreadNotices(viewer)}
    >
      {content}
    </Shell>
  );
}

function customerFrame(viewer: Member, content: ReactNode, path: string) {
  const items = isClosed(viewer) ? [] : [{ href: "/portal", label: t("portal.home"), current: path === "/portal" }];
  return (
    <PortalShell company={companyName() ?? t("app.name")} nav={{ label: t("portal.title"), items }} signOut={<SignOut />}>
      {content}
    </PortalShell>
  );
}

function SignOut() {
  return (
    <ButtonForm action={signOut}>
      <Button look="quiet">{t("app.sign_out")}</Button>
    </ButtonForm>
  );
}

function placeOf(path: string) {
  if (path === "/") return "today";
  return path.startsWith("/calendar") ? "agenda" : path.startsWith("/accounts") ? "accounts" : path.startsWith("/search") ? "search" : undefined;
}

function missing() {
  return (
    <StatusPage code={404} title={t("errors.missing_title")} actions={<ButtonLink href="/">{t("app.home")}</ButtonLink>}>
      <p>{t("errors.missing")}</p>
      <p className="soft">{t("errors.missing_hint")}</p>
    </StatusPage>
  );
}

function refused(sentence: string, code: 400 | 403, way = { href: "/", label: t("app.home") }) {
  return (
    <StatusPage code={code} title={t("errors.refused_title")} actions={<ButtonLink href={way.href}>{way.label}</ButtonLink>}>
      <p>{sentence}</p>
    </StatusPage>
  );
}

function failed(reference: string) {
  return (
    <StatusPage code={500} title={t("errors.failed_title")} reference={t("errors.failed_reference", { id: reference })}>
      <p>{t("errors.failed")}</p>
    </StatusPage>
  );
}

function stored({ status, sentence }: StorageAnswer) {
  return (
    <StatusPage code={status} title={t("errors.storage_title")} actions={<ButtonLink href="/">{t("app.home")}</ButtonLink>}>
      <p>{sentence}</p>
    </StatusPage>
  );
}

function closed() {
  return <PortalClosed company={companyCard()} />;
}
