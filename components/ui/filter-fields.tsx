import { t } from "@/lib/i18n/words";

/** Boxes of a list's filter form: plain GET fields, the address is their state. */
export function FilterText({ name, label, value, placeholder }: { name: string; label: string; value: string; placeholder?: string }) {
  return <input className="input find" type="search" name={name} aria-label={label} defaultValue={value} placeholder={placeholder} enterKeyHint="search" />;
}

type Option = { value: string | number; label: string };
type SelectProps = { name: string; label: string; value: string | number | undefined; options: Option[] };

export function FilterSelect({ name, label, value, options }: SelectProps) {
  return (
    <select className="input" name={name} aria-label={label} defaultValue={value ?? ""}>
      <option value="">{`${label}: ${t("app.any").toLowerCase()}`}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export function FilterDate({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <label className="filter-date">
      <span className="soft">{label}</span> <input className="input" type="date" name={name} defaultValue={value} />
    </label>
  );
}
