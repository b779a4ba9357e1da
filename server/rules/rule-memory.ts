import { segments } from '../../schemas/pointer.ts';
import type { JobDocument } from '../document/document.ts';
import type { Facts } from '../facts.ts';
import type { ShapeProblem } from '../schema/shape-problem.ts';
import { isSame } from './is-same.ts';
import { isMisspelt } from './meant.ts';
import type { Finding, Job, Rule } from './rule.ts';
import { noReads, type Reads, watchedFacts, watchedJob } from './watched-job.ts';

export type Ask = (rule: Rule, job: Job, facts: Facts) => Finding[];

/** Asks a rule, without remembering. */
export const askEach: Ask = (rule, job, facts) => rule.check(job, facts);

/** What the rules said of one file, version by version. */
export interface RuleMemory {
  /** How rules are asked about the next version of the file. */
  next(document: JobDocument, shape: readonly ShapeProblem[]): Ask;
}

/**
 * Asks a rule again only when something that it had read has changed: typing in the description neither walks 100,000 ids
 * nor decodes the scripts. Rules are functions of what they read, so their answers are the same either way.
 */
export function ruleMemory(): RuleMemory {
  const said = new Map<Rule, { findings: Finding[]; reads: Reads }>();
  let last: Version | undefined;

  function next({ entries }: JobDocument, shape: readonly ShapeProblem[]): Ask {
    // Nobody knows what has changed in a broken text. What is remembered stays that of the last whole one.
    if (entries === undefined) return askEach;
    const version = { entries, shape };
    const changed = last && changesBetween(last, version);
    said.forEach(({ reads }, rule) => {
      if (changed === undefined || isTouched(reads, changed)) said.delete(rule);
    });
    last = version;
    return ask;
  }

  function ask(rule: Rule, job: Job, facts: Facts): Finding[] {
    const present = said.get(rule);
    if (present !== undefined) return present.findings;
    const reads = noReads();
    const findings = rule.check(watchedJob(job, reads), watchedFacts(facts, reads));
    // The time, and what is known of other files, can change at any moment.
    if (!reads.facts) said.set(rule, { findings, reads });
    return findings;
  }

  return { next };
}

interface Version {
  entries: ReadonlyMap<string, string>;
  shape: readonly ShapeProblem[];
}

interface Changes {
  keys: readonly string[];
  /** Which keys there are, or their order. */
  row: boolean;
  shape: boolean;
}

function changesBetween(before: Version, now: Version): Changes {
  const keys = new Set<string>();
  now.entries.forEach((text, key) => {
    if (before.entries.get(key) !== text) keys.add(key);
  });
  before.entries.forEach((_, key) => {
    if (!now.entries.has(key)) keys.add(key);
  });
  // How a value is meant can rest on others than itself.
  for (const problem of [...before.shape, ...now.shape]) {
    const [key] = isMisspelt(problem) ? segments(problem.pointer) : [];
    if (key !== undefined) keys.add(key);
  }
  return { keys: [...keys], row: !isSameRow(before.entries, now.entries), shape: !isSame(before.shape, now.shape) };
}

function isSameRow(before: Version['entries'], now: Version['entries']): boolean {
  const others = now.keys();
  for (const key of before.keys()) if (others.next().value !== key) return false;
  return others.next().done === true;
}

function isTouched(reads: Reads, changed: Changes): boolean {
  if (reads.shape && changed.shape) return true;
  if (reads.row && (changed.row || changed.keys.length > 0)) return true;
  return changed.keys.some((key) => reads.keys.has(key));
}
