import { expect } from 'vitest';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { type NamedFault, namedFaults } from './faults.ts';
import { type JobFolder, jobFolder } from './folder.ts';
import { fileInWords, inWords, NAME, SCRIPTS } from './job.ts';
import { KILLED, killedWhen } from './killed.ts';
import { type Noted, PASSWORD, type Platform, TOKEN } from './platform.ts';
import type { Scenario } from './scenarios.ts';
import type { Cells, Row } from './table.ts';
import { type Ended, LITTLE_PATIENCE, run } from './terminal.ts';

/** A row before it is run: a fault that strikes the first request of a place. */
export interface Case {
  scenario: Scenario;
  place: string;
  at: string;
  named: NamedFault;
}

const SECRETS = [TOKEN, PASSWORD, ...SCRIPTS];

/** Every fault at every place of every scenario that it can be of. */
export function casesOf(
  scenarios: readonly Scenario[],
  elsewhere: string,
  fits: (named: NamedFault) => boolean,
): Case[] {
  return scenarios.flatMap((scenario) =>
    scenario.places.flatMap(([place]) =>
      scenario.skipped.includes(place)
        ? []
        : namedFaults({ elsewhere, secrets: carriedBy(scenario, place), name: NAME })
            .filter(fits)
            .filter(({ cut }) => cut?.once !== 'carried out' || place === 'write')
            .filter(({ name }) => scenario.wholly?.includes(place) === true || (scenario.only?.test(name) ?? true))
            .map((named) => ({ scenario, place, at: at(scenario, place), named })),
    ),
  );
}

/** What a server has seen and may repeat: what the request carried. */
function carriedBy({ variables, scripts }: Scenario, place: string): string[] {
  const { PMJOB_TOKEN: token, PMJOB_PASSWORD: password } = variables;
  if (place === 'sign-in') return password === undefined ? [] : [password];
  return [...(token === undefined ? [] : [token]), ...(place === 'write' ? scripts : [])];
}

function at({ name }: Scenario, place: string): string {
  return name === '' ? place : `${place} (${name})`;
}

/** The requests of a scenario in which nothing more goes wrong. */
export async function requestsOf(scenario: Scenario, platform: Platform): Promise<Noted[]> {
  const folder = await jobFolder();
  try {
    const words = await scenario.arrange(platform, folder);
    await platform.requests();
    await platform.plan(...scenario.given);
    await run(words, folder.path, scenario.variables);
    return await platform.requests();
  } finally {
    await platform.clear();
    await platform.remove(NAME);
    await folder.remove();
  }
}

/** Runs a row, checks what holds for every row, and tells how it ended. */
export async function runCase(one: Case, undisturbed: readonly Noted[], platform: Platform): Promise<Row> {
  const { scenario, place, named } = one;
  const folder = await jobFolder();
  try {
    const words = await scenario.arrange(platform, folder);
    const watch = await watching(words, scenario, folder, platform);
    const jobs = await platform.stored(NAME);
    const job = victimOf(jobs);
    await platform.plan(...scenario.given, {
      ...named.fault,
      ...(scenario.target?.(place, String(job?.id)) ?? targetOf(scenario, place, undisturbed)),
      ...(job === undefined ? {} : { job: job.id ?? null }),
    });
    const push = await watch.run(named.cut === undefined ? impatiently(named) : cutting(named.cut, jobs, platform));
    const waiting = await platform.clear();
    expect(waiting.filter(({ times }) => times === (named.fault.times ?? 1))).toEqual([]);
    if (named.isLate === true && place === 'write') await landed(platform);
    const again = await watch.run();
    return { at: one.at, fault: named.name, push, again };
  } finally {
    await platform.clear();
    await platform.remove(NAME);
    await folder.remove();
  }
}

function impatiently({ isLate }: NamedFault): typeof run {
  return (words, folder, variables) =>
    run(words, folder, variables, isLate === true ? { patience: LITTLE_PATIENCE } : {});
}

/** Of several jobs, the second is struck. */
function victimOf(jobs: readonly JsonObject[]): JsonObject | undefined {
  return jobs[1] ?? jobs[0];
}

/** Kills or cancels the command line when the request has arrived, or when it has been carried out. */
function cutting(
  { how, once }: NonNullable<NamedFault['cut']>,
  before: readonly JsonObject[],
  platform: Platform,
): typeof run {
  const moment =
    once === 'arrived'
      ? async () => (await platform.waiting()).length === 0
      : async () => JSON.stringify(victimOf(await platform.stored(NAME))) !== JSON.stringify(victimOf(before));
  if (how === 'kill') return (words, folder, variables) => killedWhen(moment, words, folder, variables);
  return async (words, folder, variables) => {
    const controller = new AbortController();
    // What is looked up for somebody who has cancelled is not cut short by that.
    const ended = run(words, folder, variables, { signal: controller.signal, patience: LITTLE_PATIENCE });
    await come(moment);
    controller.abort();
    return ended;
  };
}

async function come(moment: () => Promise<boolean>): Promise<void> {
  while (!(await moment())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** The first request of a place: its method and path, after so many others of the same. */
function targetOf({ places }: Scenario, place: string, undisturbed: readonly Noted[]): JsonObject {
  const before = places.slice(
    0,
    places.findIndex(([name]) => name === place),
  );
  const index = before.reduce((sum, [, requests]) => sum + requests, 0);
  const target = undisturbed[index];
  if (target === undefined) throw new Error(`There is no request at "${place}".`);
  const { method, path } = target;
  // A job's id is another one in each row.
  const pattern = path.replace(/[0-9a-f-]{36}/, '*');
  const same = undisturbed.slice(0, index).filter((other) => other.method === method && fits(other.path, pattern));
  return { match: { method, path: pattern }, skip: same.length };
}

function fits(path: string, pattern: string): boolean {
  return path.replace(/[0-9a-f-]{36}/, '*') === pattern;
}

/** Waits until a write that took longer than its client has been carried out, or will not be. */
async function landed(platform: Platform): Promise<void> {
  const before = JSON.stringify(await platform.stored(NAME));
  for (let waited = 0; waited < 5_000 && before === JSON.stringify(await platform.stored(NAME)); waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

async function watching(words: string[], scenario: Scenario, folder: JobFolder, platform: Platform) {
  let file = await folder.bytes();
  let history = (await folder.kept()).history.length;
  await platform.requests();
  return {
    async run(how = run): Promise<Cells> {
      const ended = await how(words, folder.path, scenario.variables);
      const isPull = words[0] === 'pull';
      const report = ended.code === KILLED ? killed : isPull ? pulled(ended) : pushed(ended);
      const kept = await folder.kept();
      const now = await folder.bytes();
      const sent = (await platform.requests()).filter(({ method, path }) => method !== 'GET' && path !== '/auth');
      const cells: Cells = {
        outcome: report.outcome,
        exit: ended.code === KILLED ? '-' : String(ended.code),
        sent: String(sent.length),
        server: inWords(await platform.stored(NAME)),
        file: now === file ? 'same' : fileInWords(now),
        known: kept.known,
        history: inTime(kept.history.slice(history), report.outcome).join('+') || '-',
        intent: kept.intent,
        says: plain(report.says, platform),
      };
      if (!isPull && !words.includes('merge')) expect(now).toBe(file);
      file = now;
      history = kept.history.length;
      checkSecrets(`${ended.result}\n${ended.notes}\n${kept.open}`, kept.all, isPull);
      expect(platform.visits()).toEqual([]);
      checkContract(cells);
      return cells;
    },
  };
}

/** Of several files, whichever ends first comes first. */
function inTime(history: readonly string[], outcome: string): readonly string[] {
  return outcome.includes('+') ? history.toSorted() : history;
}

const EXITS: Record<string, string> = {
  ...{ created: '0', updated: '0', unchanged: '0', pulled: '0', invalid: '1', rejected: '1', failed: '1' },
  ...{ conflict: '3', unknown: '4', cancelled: '5', killed: '-' },
};

/** What holds for every run, whatever its table says. */
function checkContract({ outcome: all, exit, server, intent, sent, says }: Cells): void {
  const outcomes = all.split('+');
  const exits = outcomes.map((outcome) => EXITS[outcome] ?? outcome);
  expect({ all, exit }).toEqual({ all, exit: ['-', '4', '3', '1', '5', '0'].find((code) => exits.includes(code)) });
  // While a person has to choose between jobs, one of which an earlier create may have made, that one is not settled.
  const isOpen =
    outcomes.includes('unknown') ||
    (outcomes.includes('conflict') && says.startsWith('earlier-push-not-proven') && server.includes('somebody’s'));
  if (all !== 'killed') expect({ all, hasIntent: intent !== '-' }).toEqual({ all, hasIntent: isOpen });
  const ours = server.split(' + ').filter((job) => job !== 'none' && job !== 'somebody’s');
  expect(ours.length, server).toBeLessThanOrEqual(all === 'killed' ? 3 : outcomes.length);
  expect(server).not.toContain('damaged');
  const through = outcomes.filter((outcome) => /^(created|updated|unchanged)$/.test(outcome));
  expect(ours.length).toBeGreaterThanOrEqual(through.length);
  // A write that was answered 401 was not accepted, and is sent once more at most.
  if (all !== 'killed') expect(Number(sent)).toBeLessThanOrEqual(outcomes.length + 1);
}

function checkSecrets(open: string, all: string, isPull: boolean): void {
  for (const secret of SECRETS) if (open.includes(secret)) expect.fail(`An output holds ${secret}:\n${open}`);
  for (const secret of [TOKEN, PASSWORD]) expect(all).not.toContain(secret);
  expect(isPull || !open.includes('eyJ')).toBe(true);
}

const killed = { outcome: 'killed', says: '' };

function pushed({ result }: Ended): { outcome: string; says: string } {
  const told: Json = JSON.parse(result);
  const reports = (Array.isArray(told) ? told : [told]).filter(isObject).map(oneReport);
  return {
    outcome: reports.map(({ outcome }) => outcome).join('+'),
    says: reports.flatMap(({ says }) => (says === '' ? [] : [says])).join(' / '),
  };
}

function oneReport(report: JsonObject): { outcome: string; says: string } {
  const notes = Array.isArray(report.notes)
    ? report.notes.flatMap((note) => (isObject(note) ? [String(note.code)] : []))
    : [];
  const error = typeof report.error === 'string' ? [report.error] : [];
  return { outcome: String(report.outcome), says: [...notes, ...error].join(' · ') };
}

function pulled({ code, notes }: Ended): { outcome: string; says: string } {
  const told = notes.split('\n').filter((line) => /^(error|note): /.test(line));
  return { outcome: code === 0 ? 'pulled' : code === 5 ? 'cancelled' : 'failed', says: told.join(' · ') };
}

/** What differs from run to run, by its name. */
function plain(text: string, { url, elsewhere }: Platform): string {
  return text
    .replaceAll(new URL(url).host, 'HOST')
    .replaceAll(new URL(elsewhere).host, 'ELSEWHERE')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'WHEN');
}
