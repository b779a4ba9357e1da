import { expect, test } from 'vitest';
import { type JobDocument, openDocument } from '../../../server/document/document.ts';
import { MAXIMUM_CHARACTERS } from '../../../server/document/limits.ts';
import type { Disk } from '../../../server/lsp/disk.ts';
import { type JobFacts, jobFacts } from '../../../server/lsp/job-facts.ts';
import { knownFacts } from '../../../server/lsp/known-facts.ts';
import { judgeDocument } from '../../../server/rules/run.ts';

const OWN = 'file:///jobs/second-ring.pmjob.json';
const SECOND_RING = 'ae2d8a57-1e03-4c9c-9eb7-6fac45af8e51';
const PILOT = '2b7e1516-28ae-4d2a-abf7-158809cf4f3c';
const inACircle = { id: PILOT, linkedJobId: SECOND_RING };

/** Files by their addresses, and a list of everything that was looked at. */
function disk(files: Map<string, { text: string; bytes?: number }>): Disk & { looks: string[] } {
  const looks: string[] = [];
  const seen = <Value>(what: string, value: Value): Value => {
    looks.push(what);
    return value;
  };
  return {
    looks,
    exists: (uri) => seen(`exists ${uri}`, uri === 'file:///jobs/.pmjob'),
    trueAddress: (uri) => uri,
    read: (uri) => seen(`read ${uri}`, files.get(uri)?.text),
    load: async (uri) => seen(`load ${uri}`, files.get(uri)?.text),
    stamp: async (uri) => {
      const { text, bytes } = files.get(uri) ?? {};
      return text === undefined ? undefined : { bytes: bytes ?? text.length, changed: 1 };
    },
    async *jobFiles() {
      yield [...files.keys()];
    },
  };
}

function factsOn(
  from: Disk,
  freshFor = 60_000,
  open: readonly JobDocument[] = [],
): { facts: JobFacts; clock: { now: number }; stale: string[] } {
  const clock = { now: 0 };
  const stale: string[] = [];
  const facts = jobFacts(
    {
      disk: from,
      now: () => clock.now,
      facts: knownFacts({ now: () => clock.now, zone: () => 'UTC' }),
      workspaceFolders: () => ['file:///jobs'],
      freshFor: () => freshFor,
      open: () => open,
      document: (uri) => open.find((document) => document.uri === uri),
      server: () => undefined,
      pointsTo: () => false,
      guarded: (work) => work(),
    },
    (uris) => stale.push(...uris),
  );
  return { facts, clock, stale };
}

function circles(facts: JobFacts, job: object): Promise<number> {
  const document = openDocument(OWN, 1, JSON.stringify(job));
  const judge = () => judgeDocument(document, facts.of(OWN)).filter(({ code }) => code === 'chain-cycle').length;
  return facts.whenKnown(judge);
}

/** A create that lacks nothing. */
const pilot = { name: 'Pilot', platform: 'Windows', type: 'Install', scheduleType: 'On-demand' };

test('nothing is read for a whole job without a parent, whatever happens to other files', async () => {
  const files = disk(new Map([['file:///jobs/pilot.pmjob.json', { text: JSON.stringify(inACircle) }]]));
  const { facts } = factsOn(files);
  expect(await circles(facts, { ...pilot, chainedJobRule: [] })).toBe(0);
  facts.changed('file:///jobs/pilot.pmjob.json');
  facts.changedOnDisk(['file:///jobs/pilot.pmjob.json', 'file:///jobs/.pmjob/links.json']);
  expect(await circles(facts, { ...pilot, linkedJobId: '' })).toBe(0);
  expect(files.looks).toEqual([]);
});

test('of a job that lacks a field only its link is looked up', async () => {
  const files = disk(new Map());
  const { facts } = factsOn(files);
  await circles(facts, { name: 'Pilot' });
  expect(files.looks).toEqual(['exists file:///jobs/.pmjob', 'read file:///jobs/.pmjob/links.json']);
});

test('what has not been written since is not read again, and links are read for the files alone that need them', async () => {
  const files = disk(new Map([['file:///jobs/pilot.pmjob.json', { text: JSON.stringify(inACircle) }]]));
  const { facts, clock } = factsOn(files, 5_000);
  const job = { id: SECOND_RING, linkedJobId: PILOT };
  expect(await circles(facts, job)).toBe(1);
  clock.now = 10_000;
  expect(await circles(facts, job)).toBe(1);
  expect(files.looks.filter((look) => look.startsWith('load '))).toEqual(['load file:///jobs/pilot.pmjob.json']);
  expect(files.looks.filter((look) => look.includes('links.json'))).toEqual([]);
});

test('a file that is too large to be judged is not read, nor is one beyond the limits of a workspace', async () => {
  const many = Array.from({ length: 2_000 }, (_, index): [string, { text: string; bytes?: number }] => [
    `file:///jobs/${index}.pmjob.json`,
    { text: '{}' },
  ]);
  const last: [string, { text: string }] = ['file:///jobs/last.pmjob.json', { text: JSON.stringify(inACircle) }];
  const huge = { text: JSON.stringify(inACircle), bytes: MAXIMUM_CHARACTERS + 1 };
  const large = { text: '{}', bytes: 4_000_000 };
  const found = async (files: [string, { text: string; bytes?: number }][]) => {
    const { facts } = factsOn(disk(new Map(files)));
    const circle = await circles(facts, { id: SECOND_RING, linkedJobId: PILOT });
    return [circle, facts.of(OWN).workspace?.incomplete];
  };
  expect(await found([...many.slice(1), last])).toEqual([1, false]);
  expect(await found([...many, last])).toEqual([0, true]);
  expect(await found([['file:///jobs/huge.pmjob.json', huge]])).toEqual([0, true]);
  expect(await found([...many.slice(0, 17).map(([uri]): [string, typeof large] => [uri, large]), last])).toEqual([
    0,
    true,
  ]);
});

test('others hear of a change of an open file that is itself judged before they are told', async () => {
  const pilotFile = 'file:///jobs/pilot.pmjob.json';
  const own = openDocument(OWN, 1, JSON.stringify({ id: SECOND_RING, linkedJobId: PILOT }));
  const open = [own, openDocument(pilotFile, 1, JSON.stringify({ id: PILOT }))];
  const { facts, stale } = factsOn(disk(new Map()), 60_000, open);
  const judge = (document: JobDocument) =>
    judgeDocument(document, facts.of(document.uri)).filter(({ code }) => code === 'chain-cycle').length;
  expect(await facts.whenKnown(() => judge(own))).toBe(0);

  const changed = openDocument(pilotFile, 2, JSON.stringify(inACircle));
  open[1] = changed;
  stale.length = 0;
  facts.changed(pilotFile);
  expect(judge(changed)).toBe(1);
  await expect.poll(() => stale).toContain(OWN);
  expect(judge(own)).toBe(1);
});
