import { Icon } from "./icon";

export type Direction = "asc" | "desc";

/** The head of a column that sorts. The cell round it says `aria-sort`. */
export function SortLink({ href, direction, label }: { href: string; direction?: Direction; label: string }) {
  return (
    <a href={href}>
      {label}
      {direction && (
        <>
          {" "}
          <Icon name={direction === "asc" ? "arrow-up" : "arrow-down"} />
        </>
      )}
    </a>
  );
}
