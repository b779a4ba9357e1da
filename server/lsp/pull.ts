import type {
  CancellationToken,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { origin } from './guard.ts';
import { LSPErrorCodes, ResponseError } from './library.ts';
import { nextMessageTaken } from './messages-at-hand.ts';
import type { OpenFiles } from './open-files.ts';

type Answer = DocumentDiagnosticReport | ResponseError<{ retriggerRequest: boolean }>;

/**
 * Answers editors that ask for diagnostics. A change that is at hand already is taken first; an answer is never about a
 * version that the editor has left, and says "unchanged" where it has the answer already. `known` is waited for first.
 */
export function pullDiagnostics(
  files: Pick<OpenFiles, 'get'>,
  diagnosticsOf: (uri: string) => Diagnostic[],
  log: (line: string) => void,
  known: (uri: string) => Promise<unknown> | undefined = () => undefined,
): (params: DocumentDiagnosticParams, token: CancellationToken) => Promise<Answer> {
  return async ({ textDocument: { uri }, previousResultId }, token) => {
    const asked = files.get(uri)?.document.version;
    const refusal = (): Answer | undefined => {
      if (token.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled');
      return files.get(uri)?.document.version === asked ? undefined : retrigger();
    };
    await nextMessageTaken();
    const early = refusal();
    if (early !== undefined) return early;
    try {
      await known(uri);
      const late = refusal();
      if (late !== undefined) return late;
      const present = files.get(uri);
      const resultId = present?.edition ?? '';
      if (present !== undefined && previousResultId === resultId) return { kind: 'unchanged', resultId };
      return { kind: 'full', resultId, items: diagnosticsOf(uri) };
    } catch (error) {
      log(`diagnostics failed: ${origin(error)}`);
      return retriggerNever();
    }
  };
}

function retrigger(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The text has changed', { retriggerRequest: true });
}

function retriggerNever(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The text could not be judged', { retriggerRequest: false });
}
