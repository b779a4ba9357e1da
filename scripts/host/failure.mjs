// @ts-check
/** A failure that a person can act on: a stable code, and one sentence that says what happened, to what, and what to do next. */
export class HostFailure extends Error {
  /**
   * @param {'packages' | 'editor' | 'browser' | 'server' | 'processes-left' | 'test-run' | 'build'} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = 'HostFailure';
    this.code = code;
  }
}

/**
 * Runs the program and ends it with its exit code; a failure is told in its one sentence, without a stack.
 *
 * @param {() => Promise<number>} main
 */
export async function endWith(main) {
  try {
    process.exitCode = await main();
  } catch (failure) {
    if (!(failure instanceof HostFailure)) throw failure;
    process.stderr.write(`pmjob: ${failure.message}\n`);
    process.exitCode = 1;
  }
}
