import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { JudgedFinding, Severity } from '../../schemas/finding.ts';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import { ROOT } from '../../schemas/pointer.ts';
import type { JobDocument } from '../document/document.ts';
import type { Operation } from '../document/edit.ts';
import { once } from '../document/once.ts';
import { isUpdate } from '../domain/update.ts';
import type { Facts } from '../facts.ts';
import { shapeProblems } from '../schema/shape.ts';
import type { ShapeProblem } from '../schema/shape-problem.ts';
import { applySettings, NOTHING_SET, type RuleSettings } from '../settings/rule-settings.ts';
import { addsFinding } from './adds-finding.ts';
import { rules, textRules } from './all.ts';
import { textEditsOf } from './apply-fix.ts';
import { judgedJob } from './judged-job.ts';
import type { Finding, Fix, Job, Related, Rule, TextFinding, TextRule } from './rule.ts';
import { type Ask, askEach, type RuleMemory } from './rule-memory.ts';

/** A finding at its place in a document. */
export interface Found extends JudgedFinding {
  range: Range;
  /** Places that belong to it; in this document, where no file is named. */
  related: { range: Range; message: string; file?: string }[];
  /** The ways to repair it, or the safe ones alone; made when asked for. */
  fixes(wanted?: 'safe'): FoundFix[];
}

interface FoundFix {
  title: string;
  safe: boolean;
  edits: TextEdit[];
  /** The texts of files to make beside this one. */
  newFiles?: string[];
}

/**
 * Everything that the rules say of a document, in the order of its text. With the `memory` of a file, what the rules said of
 * the version before is taken where it holds still.
 */
export function judgeDocument(
  document: JobDocument,
  facts: Facts,
  settings: RuleSettings = NOTHING_SET,
  memory?: RuleMemory,
): Found[] {
  const ofValue = isObject(document.value) ? judgeValues(document, document.value, facts, memory) : [];
  return settled(document, [...foundInText(document), ...ofValue], settings);
}

/** What the rules say of a text of a file; `of` the text alone, or of its values too. */
export type Judge = (document: JobDocument, of?: 'text') => readonly Found[];

/** Judges one text of a file after another, remembering none. */
export function judgeWith(facts: Facts, settings: RuleSettings = NOTHING_SET): Judge {
  return (document, of) =>
    of === 'text' ? settled(document, foundInText(document), settings) : judgeDocument(document, facts, settings);
}

function settled(document: JobDocument, said: readonly Found[], settings: RuleSettings): Found[] {
  const found = applySettings(said, settings).sort(byPlace);
  // A fix of one side could take the other, or a marker, along.
  return isToBeChosen(document) ? found.map((one) => ({ ...one, fixes: () => [] })) : found;
}

function isToBeChosen({ valid, problems }: JobDocument): boolean {
  return !valid && problems.some(({ kind }) => kind === 'merge-markers');
}

/** What the rules say of a value that is in no file; `shapeOf` is what the schema says of a value. */
export function judgeJob(
  value: JsonObject,
  shapeOf: (value: JsonObject) => readonly ShapeProblem[],
  facts: Facts,
): JudgedFinding[] {
  return findingsOf(judgedJob(value, shapeOf), facts, askEach).map(({ rule, finding }) => judged(rule, finding));
}

interface Spoken {
  rule: Rule;
  finding: Finding;
}

function judgeValues(document: JobDocument, value: JsonObject, facts: Facts, memory?: RuleMemory): Found[] {
  const job = judgedJob(value, shapeProblems);
  const ask = memory?.next(document, job.shape) ?? askEach;
  // A link says as much as an id; it is looked up only for a job that seems to lack something.
  const changesOnly = once(() => isUpdate(value) || facts.jobId !== undefined);
  const spoken = findingsOf(job, facts, ask).filter(({ finding: { at, of, absent } }) => {
    if (of === 'absence' && (!document.structureKnown || changesOnly())) return false;
    if (of === 'placement' && !document.structureKnown) return false;
    return !document.unread.has(at) && !(absent !== undefined && document.unread.has(absent));
  });
  const added = new Map<string, boolean>();
  const adds = (operations: readonly Operation[], gone: readonly string[] = []): boolean => {
    const asked = JSON.stringify([operations, gone]);
    const answer = added.get(asked) ?? addsFinding(job, operations, gone, (one) => codesOf(one, facts));
    added.set(asked, answer);
    return answer;
  };
  // Where quotes or brackets do not match, nobody knows whose value it is that a fix would change.
  const fixesOf = (rule: Rule, finding: Finding): Fix[] =>
    (rule.fix?.(finding, job, facts, adds) ?? []).map((fix) => ({ ...fix, safe: fix.safe && document.structureKnown }));
  const places = spoken.flatMap(({ finding }) => [finding, ...relatedHere(finding)]);
  const ranges = document.ranges(places);
  let next = 0;
  const range = (): Range => ranges[next++] ?? document.range(ROOT, 'value');
  return spoken.map(({ rule, finding }) => ({
    ...judged(rule, finding),
    range: range(),
    related: [
      ...relatedHere(finding).map(({ message }) => ({ range: range(), message })),
      ...relatedElsewhere(finding, facts),
    ],
    fixes: (wanted) =>
      wantedOf(fixesOf(rule, finding), wanted).flatMap(({ title, safe, operations }) => {
        const edits = textEditsOf(document, typeof operations === 'function' ? operations() : operations);
        return edits.length === 0 ? [] : [{ title, safe, edits }];
      }),
  }));
}

function relatedHere({ related = [] }: Finding): Related[] {
  return related.filter(({ file }) => file === undefined);
}

function relatedElsewhere({ related = [] }: Finding, facts: Facts): Found['related'] {
  return related.flatMap(({ file, at, part, message }) => {
    const range = file === undefined ? undefined : facts.workspace?.get(file)?.range(at, part);
    return file === undefined || range === undefined ? [] : [{ range, message, file }];
  });
}

/**
 * The findings of all rules; where several see the same cause, the most specific one speaks. It runs on every keystroke, and
 * most rules have nothing to say: no list or closure is made for each of them.
 */
function findingsOf(job: Job, facts: Facts, ask: Ask): Spoken[] {
  const spoken: Spoken[] = [];
  rules.forEach((rule) => {
    if (rule.needs?.some((need) => facts[need] === undefined)) return;
    for (const finding of ask(rule, job, facts)) spoken.push({ rule, finding });
  });
  const silenced = new Set<string>();
  for (const { rule, finding } of spoken) {
    for (const code of rule.before ?? []) silenced.add(`${code} ${finding.at}`);
  }
  return spoken.filter(({ rule, finding }) => !silenced.has(`${rule.code} ${finding.at}`));
}

/** The code of each finding; an update says only what it changes. */
function codesOf(job: Job, facts: Facts): string[] {
  const changesOnly = isUpdate(job.value) || facts.jobId !== undefined;
  return findingsOf(job, facts, askEach).flatMap(({ rule, finding }) =>
    changesOnly && finding.of === 'absence' ? [] : [rule.code],
  );
}

function judged(rule: Rule, { at, message, severity }: Finding): JudgedFinding {
  return { code: rule.code, severity: severity ?? rule.severity, message, pointer: at };
}

function foundInText(document: JobDocument): Found[] {
  return textRules.flatMap((rule) => rule.checkText(document).map((finding) => foundBy(rule, finding, document)));
}

function foundBy(rule: TextRule, finding: TextFinding, document: JobDocument): Found {
  const { lines } = document;
  return {
    code: rule.code,
    severity: rule.severity satisfies Severity,
    message: finding.message,
    pointer: ROOT,
    range: lines.rangeOf(finding),
    related: (finding.related ?? []).map(({ start, end, message }) => ({
      range: lines.rangeOf({ start, end }),
      message,
    })),
    fixes: (wanted) =>
      wantedOf(rule.fixText?.(finding, document), wanted).map(({ edits, ...fix }) => ({
        ...fix,
        edits: edits.map(({ start, end, newText }) => ({ range: lines.rangeOf({ start, end }), newText })),
      })),
  };
}

function wantedOf<F extends { safe: boolean }>(fixes: readonly F[] = [], wanted?: 'safe'): readonly F[] {
  return wanted === undefined ? fixes : fixes.filter(({ safe }) => safe);
}

function byPlace(one: Found, other: Found): number {
  const { start } = one.range;
  return start.line - other.range.start.line || start.character - other.range.start.character;
}
