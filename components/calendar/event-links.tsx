import type { ReactNode } from "react";
import { type CalendarEvent, eventClass } from "./event-look";

type Props = { event: CalendarEvent; title?: string; children: (parts: { name: ReactNode; who: ReactNode }) => ReactNode };

/** The whole of it leads to what is planned; whom it is about, named within, to them. Two links do not stand one in the other. */
export function EventBox({ event, title, children }: Props) {
  const { id, title: name, who, whoHref } = event;
  const look = { className: eventClass(event), title };
  const href = `/activities/${id}`;
  const isNamed = who !== null && who !== name;
  if (!isNamed || whoHref === null) {
    return (
      <a {...look} href={href}>
        {children({ name, who: isNamed && who })}
      </a>
    );
  }
  const whom = (
    <a className="whom" href={whoHref}>
      {who}
    </a>
  );
  return <div {...look}>{children({ name: <a href={href}>{name}</a>, who: whom })}</div>;
}
