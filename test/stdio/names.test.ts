import { afterEach, expect, test } from 'vitest';
import {
  type CompletionList,
  CompletionRequest,
  HoverRequest,
  InlayHintRequest,
} from 'vscode-languageserver-protocol/node';
import { Editor } from './editor.ts';

const URI = 'file:///jobs/weekly.pmjob.json';
const PARENT = '5b0fd130-52c8-473c-96b1-8f10ea7d4c13';
const GONE = '9c0a7b16-2d43-4f5e-8a69-1b7d3e5f7c80';
const LAPTOP = '94c0bc01-3b1b-4b4b-84a0-b9fe3c9aebb0';
const ACTION = '07eed865-d8e2-4cba-9c2a-27eeeef0598a';

const NAMES = {
  jobs: [{ id: PARENT, name: 'only pre post', platform: 'Windows' }],
  named: [{ id: LAPTOP.toUpperCase(), kind: 'asset', name: 'FIN-LAPTOP-12', platform: 'Windows' }],
};
const WHOLE = {
  id: PARENT,
  name: 'only pre post',
  platform: 'Windows',
  postDeployActions: [{ actionId: ACTION, params: { actionItem: 'post' }, script: 'c2VjcmV0' }],
};

interface Wanted {
  uri: string;
  jobs: string[];
  held: string | null;
}

let editor: Editor;
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
});

/** An editor that is signed in, or not, and what it was asked. */
async function editorWith(answer: (wanted: Wanted) => unknown) {
  const asked: Wanted[] = [];
  editor = await Editor.start({
    able: true,
    pulls: true,
    names: (wanted) => {
      asked.push(wanted);
      return answer(wanted);
    },
  });
  return asked;
}

const known = ({ jobs, held }: Wanted) => ({
  edition: 'one',
  ...(held !== 'one' && { names: NAMES }),
  whole: jobs.map((id) => ({ id, job: id === PARENT ? WHOLE : null })),
});

const text = (job: object) => JSON.stringify(job, null, 2);

async function completed(after: string): Promise<CompletionList> {
  const position = editor.positionAfter(URI, after);
  const answer = await editor.connection.sendRequest(CompletionRequest.type, { textDocument: { uri: URI }, position });
  return Array.isArray(answer) || answer === null ? { isIncomplete: false, items: answer ?? [] } : answer;
}

/** Asks until the answer is as it must be: names arrive when they do. */
async function until<Answer>(ask: () => Promise<Answer>, isThere: (answer: Answer) => boolean): Promise<Answer> {
  for (const deadline = Date.now() + 10_000; ; ) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`last answered: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const codes = async () => (await editor.diagnostics(URI)).map(({ code }) => code);

test('completion waits for no name; it says that more is to come, and has it the next time', async () => {
  let tell: (answer: unknown) => void = () => undefined;
  const asked = await editorWith(() => new Promise((resolve) => (tell = resolve)));
  await editor.open(URI, text({ name: 'x', platform: 'Windows', assetIds: [''] }));
  const first = await completed('"assetIds": [\n    "');
  expect([first.isIncomplete, first.items.map(({ label }) => label)]).toEqual([true, [`"${PLACEHOLDER}"`]]);
  await until(
    async () => asked.length,
    (count) => count === 1,
  );
  tell({ edition: 'one', names: NAMES, whole: [] });
  const { items } = await until(
    () => completed('"assetIds": [\n    "'),
    ({ isIncomplete }) => !isIncomplete,
  );
  expect(items.map(({ label, textEdit }) => [label, textEdit?.newText])).toEqual([['FIN-LAPTOP-12', `"${LAPTOP}"`]]);
  expect(asked).toEqual([{ uri: URI, jobs: [], held: null }]);
});

test('a hover and a hint tell the name behind an id', async () => {
  await editorWith(known);
  await editor.open(URI, text({ name: 'x', platform: 'Windows', assetIds: [LAPTOP] }));
  const position = editor.positionAfter(URI, LAPTOP.slice(0, 8));
  const textDocument = { uri: URI };
  const hovered = await until(
    async () => JSON.stringify(await editor.connection.sendRequest(HoverRequest.type, { textDocument, position })),
    (said) => said.includes('FIN-LAPTOP-12'),
  );
  expect(hovered).toContain('an asset on the platform (Windows)');
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hints = await editor.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
  expect(hints?.map(({ label }) => label)).toEqual(['FIN-LAPTOP-12']);
});

test('a linked job that the platform does not have is told once that is known, without a keystroke', async () => {
  const asked = await editorWith(known);
  await editor.open(URI, text({ name: 'x', platform: 'Windows', linkedJobId: GONE }));
  await until(codes, (found) => found.includes('chain-job-unknown'));
  expect(editor.refreshes).toBeGreaterThan(0);
  expect(asked[0]).toEqual({ uri: URI, jobs: [GONE], held: null });
});

test('another linked job is asked for at once, and names that are held do not come again', async () => {
  const asked = await editorWith(known);
  await editor.open(URI, text({ linkedJobId: GONE, chainedJobRule: [{ actionIds: [''] }] }));
  await until(codes, (found) => found.includes('chain-job-unknown'));
  await editor.replace(URI, GONE, PARENT);
  const { items } = await until(
    () => completed('"actionIds": [\n        "'),
    (list) => list.items.some(({ label }) => label === 'post'),
  );
  expect(items.map(({ textEdit }) => textEdit?.newText)).toEqual([`"${ACTION}"`]);
  expect(asked.at(-1)).toEqual({ uri: URI, jobs: [PARENT], held: 'one' });
});

test('who signs out takes the names away; who signs in elsewhere brings others', async () => {
  let answer: unknown = null;
  await editorWith(() => answer);
  await editor.open(URI, text({ name: 'x', platform: 'Windows', linkedJobId: GONE }));
  await codes();
  const signedIn = async (now: unknown) => {
    answer = now;
    await editor.connection.sendNotification('pmjob/namesChanged');
  };
  await signedIn({ edition: 'two', names: NAMES, whole: [{ id: GONE, job: null }] });
  await until(codes, (found) => found.includes('chain-job-unknown'));
  await signedIn(null);
  await until(codes, (found) => !found.includes('chain-job-unknown'));
});

test('an editor whose answer is an error is left alone, and the language goes on', async () => {
  const asked = await editorWith(() => {
    throw new Error('no names today');
  });
  await editor.open(URI, text({ name: 'x', platform: 'Windows', linkedJobId: GONE }));
  await until(codes, () => asked.length > 0);
  expect(await codes()).not.toContain('chain-job-unknown');
  expect(asked).toHaveLength(1);
});

test('an editor that does not tell names is not asked', async () => {
  editor = await Editor.start({ pulls: true });
  const unexpected: string[] = [];
  editor.connection.onRequest('pmjob/names', ({ uri }: Wanted) => {
    unexpected.push(uri);
    return null;
  });
  await editor.open(URI, text({ name: 'x', assetIds: [''], linkedJobId: GONE }));
  expect((await completed('"assetIds": [\n    "')).isIncomplete).toBe(false);
  await codes();
  expect(unexpected).toEqual([]);
});

const PLACEHOLDER = '00000000-0000-0000-0000-000000000000';
