/** Where a one-time link to choose a password leads, whole: it is read outside of the company's pages. */
export function passwordAddress(token: string): string {
  return new URL(`/password/${token}`, process.env.APP_URL).href;
}
