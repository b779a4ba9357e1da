import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Guarded } from './guard.ts';
import { nextMessageTaken } from './messages-at-hand.ts';
import type { OpenFiles } from './open-files.ts';

interface AboutFile {
  textDocument: { uri: string };
}

/**
 * Wraps a request whose answer names places of the whole file: a change that is at hand already is taken first, and an
 * answer is never about a version that the editor has left. It asks again by itself.
 */
export function freshOnly(files: OpenFiles) {
  return <P extends AboutFile, R>(work: Guarded<P, R>) =>
    async (params: P, token: CancellationToken): Promise<R | ResponseError<void>> => {
      const asked = files.get(params.textDocument.uri)?.document.version;
      await nextMessageTaken();
      if (files.get(params.textDocument.uri)?.document.version === asked) return work(params, token);
      return new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed');
    };
}
