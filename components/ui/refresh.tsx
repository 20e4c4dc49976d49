import { RefreshTimer } from "./refresh-timer";

/** Draws the page anew after a while, with or without scripts. `to` leaves out what was said of a deed before. */
export function Refresh({ to, seconds }: { to: string; seconds: number }) {
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={`${seconds};url=${to}`} />
      </noscript>
      <RefreshTimer to={to} seconds={seconds} />
    </>
  );
}
