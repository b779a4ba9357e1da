/**
 * Resolves once the messages that have arrived by now are taken, or at least the next of them: the connection takes one in
 * each round of the event loop, and queues the next before this is reached.
 */
export async function nextMessageTaken(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
}
