/** How far a job is. `max` of 0 means that nobody knows yet. */
export function Progress({ label, value, max, note }: { label: string; value: number; max: number; note?: string }) {
  return (
    <div className="progress" role="status">
      <span>{label}</span>
      {max > 0 ? <progress value={value} max={max} aria-label={label} /> : <progress aria-label={label} />}
      {note && <small>{note}</small>}
    </div>
  );
}
