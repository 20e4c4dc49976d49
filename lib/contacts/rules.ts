/** A person as they are called. */
export function fullName({ givenName, familyName }: { givenName: string; familyName: string | null }): string {
  return [givenName, familyName].filter(Boolean).join(" ");
}
