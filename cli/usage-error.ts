/** The command line was not understood, or cannot be followed. The message is a sentence for a person; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
