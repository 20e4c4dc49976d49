import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";

/** Boxes of a list's filter form: plain GET fields, the address is their state. */
export function FilterText({ name, label, value, placeholder }: { name: string; label: string; value: string; placeholder?: string }) {
  return <input className="input find" type="search" name={name} aria-label={label} defaultValue={value} placeholder={placeholder} enterKeyHint="search" />;
}

type Option = { value: string | number; label: string; group?: string };
type SelectProps = {
  name: string;
  label: string;
  value: string | number | undefined;
  options: Option[];
  /** What choosing nothing means, where that is not any. */
  usual?: string;
};

export function FilterSelect({ name, label, value, options, usual = t("app.any").toLowerCase() }: SelectProps) {
  return (
    <select className="input" name={name} aria-label={label} defaultValue={value ?? ""}>
      <option value="">{`${label}: ${usual}`}</option>
      {[...Map.groupBy(options, ({ group }) => group)].map(([group, members]) =>
        group === undefined ? (
          members.map(choice)
        ) : (
          <optgroup key={group} label={group}>
            {members.map(choice)}
          </optgroup>
        ),
      )}
    </select>
  );
}

function choice({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

/** The country's states or provinces are offered, and any other may be typed. */
export function FilterRegion({ label, value }: { label: string; value: string | undefined }) {
  return (
    <>
      <input className="input" name="region" aria-label={label} placeholder={label} defaultValue={value} list="divisions" autoComplete="off" />
      <datalist id="divisions">
        {current().pack.divisions.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

export function FilterDate({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <label className="filter-date">
      <span className="soft">{label}</span> <input className="input" type="date" name={name} defaultValue={value} />
    </label>
  );
}
