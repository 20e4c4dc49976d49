/** The one-time key of the set-up page, while there is no account yet. */
export function setupToken(_dataDir: string): string | undefined {
  return undefined;
}
