/** Where anybody finds a form, whole. */
export function publicAddress(address: string): string {
  return new URL(`/f/${address}`, process.env.APP_URL!).href;
}
