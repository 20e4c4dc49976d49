const key = Symbol.for("cartera.worker");
const shared = globalThis as { [key]?: { aliveAt: number } };

const silenceLimit = 60_000;

/** The supervisor passes on what the worker says of itself. */
export function noteWorkerAlive() {
  lastWord().aliveAt = performance.now();
}

/** Whether it was heard of within a minute; a process that has just started has a minute too. */
export function isWorkerAlive(): boolean {
  return performance.now() - lastWord().aliveAt <= silenceLimit;
}

function lastWord() {
  shared[key] ??= { aliveAt: 0 };
  return shared[key];
}
