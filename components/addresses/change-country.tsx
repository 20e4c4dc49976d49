/** Asks for the form again with the divisions of the countries typed in it, and with everything else as it was typed. */
export function ChangeCountry({ label }: { label: string }) {
  return (
    <button type="submit" className="button quiet" name="_assist" value="country">
      {label}
    </button>
  );
}
