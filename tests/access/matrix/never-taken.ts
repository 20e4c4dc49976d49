/** Uploads, tried above; the country, which moves only before the first document; and what asks for a mail server or a template, of which
 *  none is planted. */
export const unoffered = ["attachment.added", "company.country_changed", "company.logo_set", "import.uploaded", "prospect.conversion_undone"];

const unnamed = "answered without an event, and why was not looked into yet";

/** What the planted records do not take from anybody, and why. */
export const neverTaken: Record<string, string> = {
  "account.trashed": "every planted account has papers",
  "quote.rejected": "every planted quote has an order or an invoice",
  "account.edited": "a planted tax number is a canary, and an account with issued papers needs a valid one",
  "activity.cancelled": "the planted ones are done by then",
  "activity.moved": unnamed,
  "import.mapped": unnamed,
  "invoice.created": "the form as it is offered has no line",
  "invoice.issued": "a planted tax number is a canary, and issuing needs a valid one",
  "order.created": "the form as it is offered has no line",
  "origin.merged": "the form as it is offered names no two origins",
  "picklist_option.merged": "the form as it is offered names no two options",
  "profile.removed": "everybody planted has one",
  "quote.created": "the form as it is offered has no line",
  "quote.ordered": unnamed,
  "quote.revised": unnamed,
  "relation.added": "the form as it is offered names no contact",
  "relation.removed": "a contact keeps one account at least",
  "role.removed": "everybody planted has one",
  "scheme.preset_applied": "the form as it is offered names none",
  "web_form.created": "the form as it is offered names no colleague",
  "web_form_entry.reviewed": "the form as it is offered picks none",
  "user.created": "the address typed is a colleague's by then",
};
