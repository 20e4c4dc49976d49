/** Ends this process cleanly on SIGTERM, and at once when the supervisor is gone. */
export function endWithParent(drain: () => Promise<void>) {
  process.once("SIGTERM", () => {
    drain().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.on("disconnect", () => process.exit(1));
  // A terminal sends these to the whole group; the supervisor turns them into SIGTERM.
  for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => undefined);
}

const heartbeatMs = 2_000;

/** Says at once and then again and again that this program is alive, so that one which hangs is noticed. */
export function tellAlive() {
  const tell = () => process.send?.({ type: "alive" });
  tell();
  setInterval(tell, heartbeatMs).unref();
}
