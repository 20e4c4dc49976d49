import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EventEntry } from "@/components/events/history-entries";
import type { ToldEvent } from "@/lib/events/event-entries";

const told: ToldEvent = {
  ...{ id: 1, at: 0, name: "contact.created", actorKind: "staff", actorId: 1, source: "web", actorName: "Ana", subjectKind: "contact", subjectId: 7 },
  ...{ before: null, after: null, bulkId: null, isOutOfSight: true },
};
const drawn = (event: ToldEvent) => renderToStaticMarkup(<EventEntry event={event} ofContact={false} />);

test("what is no longer in sight is said to be, and no sentence ends without its thing", () => {
  expect(drawn(told)).toContain("Se agregó a (ya no está a la vista)");
  expect(drawn({ ...told, isOutOfSight: false, subject: { href: "/contacts/7", label: "Raúl Mena" } })).toContain(
    'Se agregó a <a href="/contacts/7">Raúl Mena</a>',
  );
  expect(drawn({ ...told, name: "account.created", subjectKind: "account", isOutOfSight: false })).not.toContain("a la vista");
});
