"use server";

import { fullName } from "@/lib/contacts/rules";
import { accessValues, findPortalAccess } from "@/lib/portal/access";
import { closePortalAccess, invitePortalUser, setPortalAccess } from "@/lib/portal/commands";
import { portalAccessForm, portalRef } from "@/lib/portal/forms";
import { canSetPortalAccess } from "@/lib/portal/policy";
import { formAction } from "@/lib/web/form-action";
import { linkAction } from "@/lib/web/link-action";
import { passwordAddress } from "@/lib/web/password-address";

export const set = formAction({
  event: "portal_user.set",
  form: portalAccessForm,
  subject: (scope, { id }) => findPortalAccess(scope, id),
  allow: canSetPortalAccess,
  run: ({ tx, viewer, subject, input, now }) => ({ ...setPortalAccess(tx, subject, input, { viewer, now }), name: fullName(subject) }),
  next: ({ id, name }) => ({ to: `/contacts/${id}/portal`, notice: "portal.saved", values: { name } }),
  values: ({ user, email, relations }) => ({ email: user?.email ?? email, relations: relations.map(accessValues) }),
});

export const close = formAction({
  event: "portal_user.closed",
  form: portalRef,
  subject: (scope, { id }) => findPortalAccess(scope, id),
  allow: canSetPortalAccess,
  run: ({ tx, viewer, subject, now }) => ({ ...closePortalAccess(tx, subject, { viewer, now }), name: fullName(subject) }),
  next: ({ id, name }) => ({ to: `/contacts/${id}/portal`, notice: "portal.access_closed", values: { name } }),
});

export const invite = linkAction({
  event: "portal_user.invited",
  form: portalRef,
  subject: (scope, { id }) => findPortalAccess(scope, id),
  allow: canSetPortalAccess,
  run: ({ tx, viewer, subject, now }) => invitePortalUser(tx, subject, { viewer, now }),
  address: passwordAddress,
  to: ({ id }) => `/contacts/${id}/portal`,
});
