import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from './library.ts';

export type Guarded<P, R> = (params: P, token: CancellationToken) => R | ResponseError<void>;

/**
 * Wraps every request: one that was cancelled is not worked on, and one that fails is answered with `nothing` and logged by
 * its name, so that a fault in one feature takes neither the server nor a person's text with it.
 */
export function guard(log: (line: string) => void) {
  return <P, R>(name: string, nothing: R, work: (params: P) => R): Guarded<P, R> =>
    (params, token) => {
      if (token.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
      try {
        return work(params);
      } catch (error) {
        log(`${name} failed: ${origin(error)}`);
        return nothing;
      }
    };
}

/** Where an error comes from. Not its message, which may quote the text of a job. */
export function origin(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 5).map((frame) => frame.trim())].join(' ');
}
