import type { Range } from 'vscode-languageserver-types';
import type { JudgedFinding } from '../schemas/finding.ts';
import { isObject, type Json, type JsonObject } from '../schemas/json.ts';
import { ROOT } from '../schemas/pointer.ts';
import { openDocument } from './document/document.ts';
import type { Facts } from './facts.ts';
import { fixedText } from './features/fix-all.ts';
import { judgeDocument, judgeJob, judgeWith } from './rules/run.ts';
import notAnObject, { describeRoot } from './rules/text/not-an-object.ts';
import { shapeProblems } from './schema/shape.ts';
import type { ShapeProblem } from './schema/shape-problem.ts';
import { applySettings, NOTHING_SET, type RuleSettings } from './settings/rule-settings.ts';
import { describeSyntax } from './syntax-words.ts';

/** A finding at its place in a text: zero-based lines, UTF-16 characters. */
export interface Diagnosis extends JudgedFinding {
  range: Range;
  related?: { range: Range; message: string; file?: string }[];
}

export interface JudgeOptions {
  /** The file's name, for rules that look at other files. */
  path?: string;
  facts?: Facts;
  /** What the file's folder says of the rules; nothing unless given. */
  settings?: RuleSettings;
}

/** Everything the rules say of a job file's text, in its order. Whatever the text holds, this does not throw. */
export function judgeText(text: string, options: JudgeOptions = {}): Diagnosis[] {
  const document = openDocument(options.path ?? '', 0, text);
  return judgeDocument(document, options.facts ?? {}, options.settings).map(
    ({ code, severity, message, pointer, range, related }) => ({
      code,
      severity,
      message,
      pointer,
      range,
      ...(related.length > 0 && { related }),
    }),
  );
}

/** A job file's text with all its safe fixes, and how many they were. */
export function fixText(text: string, options: JudgeOptions = {}): { text: string; fixes: number } {
  return fixedText(openDocument(options.path ?? '', 0, text), judgeWith(options.facts ?? {}, options.settings));
}

/** What the rules say of a file's bytes: what is no UTF-8 is one `syntax` error. */
export function judgeBytes(bytes: Uint8Array, options: JudgeOptions = {}): Diagnosis[] {
  const text = decoded(bytes);
  if (text !== undefined) return judgeText(text, options);
  const start = { line: 0, character: 0 };
  const message = describeSyntax({ kind: 'binary' });
  const found: Diagnosis = { code: 'syntax', severity: 'error', message, pointer: ROOT, range: { start, end: start } };
  return applySettings([found], options.settings ?? NOTHING_SET);
}

/**
 * What the rules say of a body that was composed and is about to be sent: judged whole, what is absent too, also where it
 * has an id.
 */
export function judgeBody(value: Json, options: JudgeOptions = {}): JudgedFinding[] {
  return applySettings(findingsOfBody(value, options.facts ?? {}), options.settings ?? NOTHING_SET);
}

function findingsOfBody(value: Json, facts: Facts): JudgedFinding[] {
  const message = describeRoot(value);
  if (message !== undefined) {
    return [{ code: notAnObject.code, severity: notAnObject.severity, message, pointer: ROOT }];
  }
  return isObject(value) ? judgeJob(value, shapeOfWhole, facts) : [];
}

/** The shape of a body with an id says nothing of what is absent: that is asked of the body without it. */
function shapeOfWhole(value: JsonObject): ShapeProblem[] {
  const { id, ...withoutId } = value;
  const problems = shapeProblems(value);
  if (id === undefined || id === null || id === '') return problems;
  return [...problems, ...shapeProblems(withoutId).filter(({ kind }) => kind === 'missing')];
}

/** Undefined for bytes that are no UTF-8. */
export function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
