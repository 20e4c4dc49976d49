import { ListTable } from "@/components/lists/list-table";
import { State } from "@/components/ui/state";
import { stateWord } from "@/lib/activities/columns";
import type { ActivityFilters } from "@/lib/activities/filters";
import type { ListedActivity } from "@/lib/activities/list";
import { isPlanned } from "@/lib/activities/rules";
import { doneText, whenText } from "@/lib/activities/when";
import { fullName } from "@/lib/contacts/rules";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";

type Props = {
  page: { rows: ListedActivity[]; next?: string; previous?: string };
  filters: ActivityFilters;
  columns: ListColumn<ListedActivity>[];
  picking: boolean;
  mayMove: (row: ListedActivity) => boolean;
};

export function ActivityTable({ page, filters, columns, picking, mayMove }: Props) {
  return (
    <ListTable
      list="activities"
      path="/activities"
      label={t("activities.title")}
      columns={columns}
      cells={{
        ...{
          when: whenText,
          subject: (row: ListedActivity) => <Subject row={row} isMovable={isPlanned(row) && mayMove(row)} />,
          account: Account,
          contact: Contact,
          prospect: Prospect,
          state: Stand,
        },
        done: (row) => row.doneAt !== null && doneText(row, row.doneAt),
      }}
      page={page}
      filters={filters}
      pick={picking ? ({ subject }) => subject : undefined}
    />
  );
}

function Subject({ row: { id, subject }, isMovable }: { row: ListedActivity; isMovable: boolean }) {
  return (
    <>
      <a className="who" href={`/activities/${id}`}>
        {subject}
      </a>
      {isMovable && " "}
      {isMovable && (
        <small>
          <a href={`/activities/${id}?do=move`} aria-label={t("activities.reschedule_it", { subject })}>
            {t("activities.reschedule")}
          </a>
        </small>
      )}
    </>
  );
}

function Account({ account }: ListedActivity) {
  return account && <a href={`/accounts/${account.id}`}>{account.name}</a>;
}

function Contact({ contact }: ListedActivity) {
  return contact && <a href={`/contacts/${contact.id}`}>{fullName(contact)}</a>;
}

function Prospect({ prospect }: ListedActivity) {
  return prospect && <a href={`/prospects/${prospect.id}`}>{prospect.companyName ?? prospect.personName}</a>;
}

function Stand(row: ListedActivity) {
  return <State tone={toneOf(row)}>{stateWord(row)}</State>;
}

function toneOf({ status, isLate, isToday }: ListedActivity) {
  if (status !== "planned") return status === "done" ? "good" : "off";
  return isLate ? "late" : isToday ? "soon" : "plan";
}
