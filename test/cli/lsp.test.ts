import { once } from 'node:events';
import { expect, test } from 'vitest';
import { emptyFolder } from './support/folder.ts';
import { start } from './support/pmjob.ts';

test.each([[[]], [['--clientProcessId=1']]])(
  'the language server answers over standard input and output, with %j',
  async (more) => {
    const { path } = await emptyFolder();
    const child = start(['lsp', '--stdio', ...more], { folder: path });
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    let answer = '';
    while (!answer.includes('"capabilities"')) answer += String((await once(child.stdout, 'data'))[0]);
    expect(answer).toMatch(/^Content-Length: \d+\r\n/);
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    expect((await once(child, 'close'))[0]).toBe(0);
  },
);
