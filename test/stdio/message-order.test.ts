import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  CancellationTokenSource,
  createProtocolConnection,
  DocumentDiagnosticRequest,
  ErrorCodes,
  ExitNotification,
  InitializeRequest,
  LSPErrorCodes,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { Editor } from './editor.ts';

const server = join(import.meta.dirname, '../../dist/server.js');
const uri = 'file:///jobs/laptops.pmjob.json';
const another = 'file:///jobs/desktops.pmjob.json';
const hover = { textDocument: { uri }, position: { line: 0, character: 0 } };
const nothing = { processId: null, rootUri: null, capabilities: {} };

test('a request before the connection is opened, or after it was shut down, is refused', async () => {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const ask = () => connection.sendRequest('textDocument/hover', hover);
  await expect(ask()).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
  await connection.sendRequest(InitializeRequest.type, nothing);
  expect(await ask()).toBeNull();
  await expect(connection.sendRequest(InitializeRequest.type, nothing)).rejects.toMatchObject({
    code: ErrorCodes.InvalidRequest,
  });
  await connection.sendRequest(ShutdownRequest.type);
  await expect(ask()).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
  const ended = once(child, 'exit');
  await connection.sendNotification(ExitNotification.type);
  expect(await ended).toEqual([0, null]);
  connection.dispose();
});

test('diagnostics that an editor asked for and takes back are not to be asked for again', async () => {
  const editor = await Editor.start({ pulls: true });
  await editor.open(uri, '{}');
  const source = new CancellationTokenSource();
  let asked: Promise<unknown> | undefined;
  await editor.whileItWaits(() => {
    asked = editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }, source.token);
    source.cancel();
    return editor.open(another, '{}');
  });
  await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled, data: undefined });
  expect(await editor.stop()).toBe(0);
});
