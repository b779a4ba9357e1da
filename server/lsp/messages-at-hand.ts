/**
 * Resolves once the messages that have arrived by now are taken, or at least the next of them: the connection takes one in
 * each round of the event loop, and queues the next before this is reached.
 */
export async function nextMessageTaken(): Promise<void> {
  await new Promise<void>((resolve) => nextRound(() => nextRound(resolve)));
}

/** A web worker has no `setImmediate`, and takes its messages between timers too. */
function nextRound(work: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(work);
  else setTimeout(work, 0);
}
