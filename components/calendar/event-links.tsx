import type { ReactNode } from "react";
import { Clash } from "./clash";
import { type CalendarEvent, eventClass } from "./event-look";

type Props = {
  event: CalendarEvent;
  title?: string;
  /** There are links within it besides. */
  isDivided?: boolean;
  /** There is hardly room for its words. */
  isTight?: boolean;
  children: (parts: { name: ReactNode; who: ReactNode }) => ReactNode;
};

/** The whole of it leads to what is planned; whom it is about, named within, to them. Two links do not stand one in the other. */
export function EventBox({ event, title, isDivided, isTight, children }: Props) {
  const { id, who, whoHref } = event;
  const name = event.isClash ? (
    <>
      <Clash isTight={isTight} />
      {event.title}
    </>
  ) : (
    event.title
  );
  const look = { className: eventClass(event), title };
  const href = `/activities/${id}`;
  const isNamed = who !== null && who !== event.title;
  const isLinked = isNamed && whoHref !== null;
  if (!isLinked && !isDivided) {
    return (
      <a {...look} href={href}>
        {children({ name, who: isNamed && who })}
      </a>
    );
  }
  const whom = isLinked ? (
    <a className="whom" href={whoHref}>
      {who}
    </a>
  ) : (
    isNamed && who
  );
  return <div {...look}>{children({ name: <a href={href}>{name}</a>, who: whom })}</div>;
}
