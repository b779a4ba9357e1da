import { expect, test } from 'vitest';
import { CancellationToken, CancellationTokenSource, type Diagnostic, LSPErrorCodes } from 'vscode-languageserver';
import { openDocument } from '../../../server/document/document.ts';
import type { OpenFiles } from '../../../server/lsp/open-files.ts';
import { pullDiagnostics } from '../../../server/lsp/pull.ts';

const uri = 'file:///job.pmjob.json';
const diagnostic: Diagnostic = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  message: 'x',
};

test('a version that was left meanwhile is not answered', async () => {
  const { files, move } = file();
  const answer = pullDiagnostics(
    files,
    () => [diagnostic],
    () => undefined,
  )({ textDocument: { uri } }, CancellationToken.None);
  move();
  expect(await answer).toMatchObject({ data: { retriggerRequest: true } });
});

test('a request that was cancelled meanwhile is not worked on', async () => {
  const { files } = file();
  const source = new CancellationTokenSource();
  let judged = 0;
  const pull = pullDiagnostics(
    files,
    () => [diagnostic].slice(judged++),
    () => undefined,
  );
  const answer = pull({ textDocument: { uri } }, source.token);
  source.cancel();
  expect(await answer).toMatchObject({ code: LSPErrorCodes.RequestCancelled, data: undefined });
  expect(judged).toBe(0);
});

test('a fault in judging is logged without the text, and answered', async () => {
  const { files } = file();
  const lines: string[] = [];
  const fail = (): Diagnostic[] => {
    throw new Error('the script was Write-Output secret');
  };
  const pull = pullDiagnostics(files, fail, (line) => lines.push(line));
  expect(await pull({ textDocument: { uri } }, CancellationToken.None)).toMatchObject({
    data: { retriggerRequest: false },
  });
  expect(lines.join()).toContain('diagnostics failed');
  expect(lines.join()).not.toContain('secret');
});

function file(): { files: Pick<OpenFiles, 'get'>; move(): void } {
  let version = 1;
  const files: Pick<OpenFiles, 'get'> = {
    get: () => ({
      document: openDocument(uri, version, '{}'),
      edition: String(version),
      findings: () => [],
      judge: () => [],
    }),
  };
  return {
    files,
    move() {
      version++;
    },
  };
}
