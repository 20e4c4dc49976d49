import { TextField } from "./text-fields";

/** The country's divisions are offered, and any other may be typed. */
export function RegionField({ label, divisions, initial }: { label: string; divisions: string[]; initial: string | null | undefined }) {
  return (
    <>
      <TextField name="region" label={label} initial={initial} list="divisions" autoComplete="off" />
      <datalist id="divisions">
        {divisions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
