import { expect, test } from 'vitest';
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver';
import { guard } from '../../../server/lsp/guard.ts';

test('a request that fails is answered with nothing, and logged without what the error says', () => {
  const lines: string[] = [];
  const work = guard((line) => lines.push(line))('hover', 'nothing', (text: string): string => {
    throw new TypeError(`cannot read ${text}`);
  });
  expect(work('a secret script', new CancellationTokenSource().token)).toBe('nothing');
  expect(lines.join()).toMatch(/^hover failed: TypeError at /);
  expect(lines.join()).not.toContain('secret');
});

test('a request that was cancelled is not worked on', () => {
  const source = new CancellationTokenSource();
  source.cancel();
  let worked = 0;
  const answer = guard(() => undefined)('hover', 0, () => ++worked)(undefined, source.token);
  expect(answer).toBeInstanceOf(ResponseError);
  expect(worked).toBe(0);
});
