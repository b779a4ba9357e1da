import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  type Diagnostic,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  type WorkspaceFolder,
} from 'vscode-languageserver-protocol/node';
import { offsetOf } from '../rules/marked-text.ts';
import { Editor } from './editor.ts';

const SECOND_RING = 'ae2d8a57-1e03-4c9c-9eb7-6fac45af8e51';
const PILOT = '2b7e1516-28ae-4d2a-abf7-158809cf4f3c';

const secondRing = text({ id: SECOND_RING, name: 'Second ring', platform: 'Windows', linkedJobId: PILOT });
const pilotInACircle = text({ name: 'Pilot', id: PILOT, platform: 'Windows', linkedJobId: SECOND_RING });
const pilot = text({ name: 'Pilot', id: PILOT, platform: 'Windows' });

let root: string;
let own: string;
let parent: string;
let links: string;
let editor: Editor;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pmjob-files-'));
  own = addressOf('rings/second ring (b).pmjob.json');
  parent = addressOf('rings/pilot.pmjob.json');
  links = addressOf('.pmjob/links.json');
});
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
  await rm(root, { recursive: true });
});

function text(job: object): string {
  return JSON.stringify(job, null, 2);
}

function addressOf(path: string): string {
  return pathToFileURL(join(root, path)).href;
}

async function write(address: string, content: string): Promise<void> {
  const path = fileURLToPath(address);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

async function tellOf(address: string): Promise<void> {
  const changes = [{ uri: address, type: FileChangeType.Changed }];
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

async function foldersChange(added: WorkspaceFolder[], removed: WorkspaceFolder[]): Promise<void> {
  await editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event: { added, removed } });
}

const codes = (found: readonly Diagnostic[]): unknown[] => found.map(({ code }) => code);

/** Asks as an editor does that is told when to: until the answer is as it must be. */
async function askedAgain(uri: string, expected: readonly string[]): Promise<Diagnostic[]> {
  for (const deadline = Date.now() + 10_000; ; ) {
    const before = editor.refreshes;
    const found = await editor.diagnostics(uri);
    if (JSON.stringify(codes(found)) === JSON.stringify(expected)) return found;
    while (editor.refreshes === before) {
      if (Date.now() > deadline) throw new Error(`last answered: ${JSON.stringify(found)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** Waits for what is published of a file. */
async function published(uri: string, expected: readonly string[]): Promise<void> {
  for (const deadline = Date.now() + 10_000; ; ) {
    const last = editor.published.findLast((params) => params.uri === uri)?.diagnostics;
    if (last !== undefined && JSON.stringify(codes(last)) === JSON.stringify(expected)) return;
    if (Date.now() > deadline) throw new Error(`last published: ${JSON.stringify(last)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function file(id: string, name: string, origin: string): object {
  return { file: name, origin, customerId: 'c', id, name: 'Second ring', named: [] };
}

describe('an editor that asks for diagnostics and watches files', () => {
  beforeEach(async () => {
    editor = await Editor.start({ pulls: true, able: true, folder: pathToFileURL(root).href });
  });

  test('sees a circle through a file on the disk, walked to its place there, until that file is put right', async () => {
    await write(parent, pilotInACircle);
    await editor.open(own, secondRing);
    const [circle] = await askedAgain(own, ['chain-cycle']);
    const [related] = circle?.relatedInformation ?? [];
    expect(related?.location.uri).toBe(parent);
    const { start, end } = related?.location.range ?? {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    };
    expect(pilotInACircle.slice(offsetOf(pilotInACircle, start), offsetOf(pilotInACircle, end))).toBe(
      `"${SECOND_RING}"`,
    );
    await write(parent, pilot);
    await tellOf(parent);
    await askedAgain(own, []);
  });

  test('knows the files of a folder that is opened later, and no more once that is closed', async () => {
    expect(editor.initialized?.capabilities.workspace?.workspaceFolders).toEqual({
      supported: true,
      changeNotifications: true,
    });
    const elsewhere = await mkdtemp(join(tmpdir(), 'pmjob-other-'));
    onTestFinished(() => rm(elsewhere, { recursive: true }));
    await writeFile(join(elsewhere, 'pilot.pmjob.json'), pilotInACircle);
    await editor.open(own, secondRing);
    await askedAgain(own, []);
    const folder = { uri: pathToFileURL(elsewhere).href, name: 'more jobs' };
    await foldersChange([folder], []);
    await askedAgain(own, ['chain-cycle']);
    await foldersChange([], [folder]);
    await askedAgain(own, []);
  });

  test('sees it through what is typed in an open file, and as the disk has it once that is closed', async () => {
    await write(parent, pilot);
    await editor.open(own, secondRing);
    await editor.open(parent, pilotInACircle);
    await askedAgain(own, ['chain-cycle']);
    await askedAgain(parent, ['chain-cycle']);
    await editor.replace(parent, SECOND_RING, '');
    await askedAgain(own, []);
    await editor.replace(parent, '"linkedJobId": ""', `"linkedJobId": "${SECOND_RING}"`);
    await askedAgain(own, ['chain-cycle']);
    await editor.close(parent);
    await askedAgain(own, []);
  });

  test('does not ask again for what other files need not know, but does when a place moves that is pointed to', async () => {
    await editor.open(parent, pilot);
    await editor.open(own, secondRing);
    await askedAgain(own, []);
    await editor.replace(parent, '"Windows"', '"Windows", "description": "x"');
    await editor.replace(parent, '"Windows"', '"Linux"');
    const [other] = await askedAgain(own, ['chain-platform']);
    expect(other?.message).toContain('the job "Pilot" for Linux');
    await editor.replace(parent, '"Linux"', '"Windows"');
    await askedAgain(own, []);
    const answer = await editor.ask(own);
    await editor.replace(parent, '"x"', '"as before"');
    await editor.diagnostics(parent);
    expect(await editor.ask(own, answer.resultId)).toMatchObject({ kind: 'unchanged' });

    await editor.replace(parent, '"name"', `"linkedJobId": "${SECOND_RING}",\n"name"`);
    await askedAgain(own, ['chain-cycle']);
    await editor.replace(parent, '{', '{\n\n\n');
    await editor.diagnostics(parent);
    const [circle] = await editor.diagnostics(own);
    expect(circle?.relatedInformation?.[0]?.location.range.start.line).toBe(4);
  });

  test('takes a version that git shows beside a file for no file', async () => {
    await editor.open(`${parent.replace('file:', 'git:')}?ref`, pilotInACircle);
    await editor.open(own, secondRing);
    await askedAgain(own, []);
    await write(parent, pilotInACircle);
    await tellOf(parent);
    await askedAgain(own, ['chain-cycle']);
  });

  test('is told of a parent in a file of the other platform', async () => {
    await write(parent, text({ id: PILOT, name: 'Pilot', platform: 'Linux' }));
    await editor.open(own, secondRing);
    const found = await askedAgain(own, ['chain-platform']);
    expect(editor.underlined(own, found)).toEqual([['chain-platform', `"${PILOT}"`]]);
  });

  test('reads no file that tools keep for themselves', async () => {
    await write(addressOf('node_modules/a/pilot.pmjob.json'), pilotInACircle);
    await write(addressOf('.git/pilot.pmjob.json'), pilotInACircle);
    await write(addressOf('.pmjob/pilot.pmjob.json'), pilotInACircle);
    await editor.open(own, secondRing);
    await askedAgain(own, []);
    await tellOf(addressOf('node_modules/a/pilot.pmjob.json'));
    await write(parent, pilotInACircle);
    await tellOf(parent);
    const [circle] = await askedAgain(own, ['chain-cycle']);
    expect(circle?.relatedInformation?.map(({ location }) => location.uri)).toEqual([parent]);
  });

  test('a file without an id is the job that it is linked to, unless it is linked on two platforms', async () => {
    const name = 'rings/second ring (b).pmjob.json';
    const withLinks = (...all: object[]) => write(links, JSON.stringify({ version: 1, links: all }));
    await withLinks(file(SECOND_RING, name, 'https://one.example'));
    await write(parent, pilotInACircle);
    const job = { name: 'Second ring', platform: 'Windows', type: 'Install', scheduleType: 'On-demand' };
    await editor.open(own, text({ ...job, linkedJobId: PILOT }));
    const has = async (isCircle: boolean) => {
      for (const deadline = Date.now() + 10_000; ; ) {
        const found = codes(await editor.diagnostics(own)).includes('chain-cycle');
        if (found === isCircle) return;
        if (Date.now() > deadline) throw new Error(`a circle: ${found}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    await has(true);
    await withLinks(file(PILOT, name, 'https://two.example'), file(SECOND_RING, name, 'https://one.example'));
    await tellOf(links);
    await has(false);
    await withLinks(file(SECOND_RING, name, 'https://two.example'));
    await tellOf(links);
    await has(true);
    await write(links, '<<<<<<< ours\n');
    await tellOf(links);
    await has(false);
  });

  test('a linked file says only what it changes, until its link is forgotten', async () => {
    const linked = { links: [file(SECOND_RING, 'rings/second ring (b).pmjob.json', 'https://one.example')] };
    await write(links, JSON.stringify(linked));
    await editor.open(own, text({ name: 'Second ring', platform: 'Windows' }));
    await askedAgain(own, []);
    await write(links, JSON.stringify({ links: [] }));
    await tellOf(links);
    const found = await askedAgain(own, ['missing-field', 'missing-field']);
    expect(found.map(({ message }) => message).join()).toContain('"type"');
  });

  test('has the whole chain judged before a push, also when nothing was read yet', async () => {
    await write(parent, pilotInACircle);
    const ofFile = await editor.connection.sendRequest<Diagnostic[]>('pmjob/judgeFile', {
      path: 'second-ring.pmjob.json',
      text: secondRing,
      uri: own,
    });
    expect(codes(ofFile)).toEqual(['chain-cycle']);
    const ofBody = await editor.connection.sendRequest<Diagnostic[]>('pmjob/judgeBody', {
      body: JSON.parse(secondRing),
      uri: own,
    });
    expect(codes(ofBody)).toContain('chain-cycle');
  });
});

test('an editor that cannot be told to ask again has everything in the first answer', async () => {
  editor = await Editor.start({ pulls: true, folder: pathToFileURL(root).href });
  await write(parent, pilotInACircle);
  await editor.open(own, secondRing);
  expect(codes(await editor.diagnostics(own))).toEqual(['chain-cycle']);
});

test('an editor that is told of diagnostics gets new ones when another file changes', async () => {
  editor = await Editor.start({ able: true, folder: pathToFileURL(root).href });
  await write(parent, pilotInACircle);
  await editor.open(own, secondRing);
  await published(own, ['chain-cycle']);
  await editor.open(parent, pilotInACircle);
  await editor.replace(parent, SECOND_RING, '');
  await published(own, []);
});

test('what only has no effect is faded', async () => {
  editor = await Editor.start({ pulls: true });
  await editor.open(own, text({ ...JSON.parse(pilot), scheduleType: 'On-demand', recurringWeekDays: '0,1,0,0,0,0,0' }));
  const found = await editor.diagnostics(own);
  expect(found).toMatchObject([{ code: 'schedule-field-unused', severity: 4, tags: [1] }]);
});
