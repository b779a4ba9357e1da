import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import type { JobDocument } from '../document/document.ts';
import type { Found, Judge } from '../rules/run.ts';
import { diagnosticOf } from './diagnostics.ts';
import { fixAll } from './fix-all.ts';
import { type EditAbilities, workspaceEdit } from './workspace-edit.ts';

/** A file whose actions are asked for. */
export interface FixableFile {
  document: JobDocument;
  findings(): readonly Found[];
  judge: Judge;
}

/** What was asked for: a range, and the kinds, where not all are wanted. */
export interface Asked {
  range: Range;
  only: readonly string[] | undefined;
}

export interface ActionAbilities extends EditAbilities {
  /** It asks for the edit of an action once somebody chose it. */
  resolvesEdits: boolean;
}

/** All safe fixes of a file, as on saving. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.pmjob`;

/**
 * The quick fixes of what was found in a range, for each code that has more of them one that fixes all of that kind, and all
 * safe fixes of the file where somebody asks for that kind of action.
 */
export function codeActions(
  file: FixableFile,
  { range, only }: Asked,
  abilities: ActionAbilities,
  rulesPage: string | undefined,
): CodeAction[] {
  const findings = file.findings();
  const repairs = repairsOf(wantsQuickFixes(only) ? findings.filter((found) => overlaps(found.range, range)) : []);
  const codes = [...new Set(repairs.map(({ found }) => found.code))];
  return [
    ...repairs.flatMap((repair) => actionsOf(file.document, repair, abilities, rulesPage)),
    ...codes.filter((code) => hasSeveralSafe(findings, repairs, code)).map((code) => fixOfKind(file, code, abilities)),
    // Made only where somebody asks for it: an editor asks for everything at each move of the cursor.
    ...(only !== undefined && wants(only, FIX_ALL) ? fixOfFile(file, abilities) : []),
  ];
}

interface Repair {
  found: Found;
  fixes: ReturnType<Found['fixes']>;
}

/** How to repair some findings: of very many the first, as many as an answer can hold. */
function repairsOf(findings: readonly Found[]): Repair[] {
  const repairs: Repair[] = [];
  let edits = 0;
  for (const found of findings.slice(0, MOST_OFFERED)) {
    if (edits > MOST_EDITS) break;
    const fixes = found.fixes();
    for (const fix of fixes) edits += fix.edits.length;
    repairs.push({ found, fixes });
  }
  return repairs;
}

/** Of a whole file that is selected nobody reads the repairs of more mistakes one by one. */
export const MOST_OFFERED = 200;

/** A repair can take away thousands of places, and be offered at each of them. */
const MOST_EDITS = 10_000;

/** Brings the edit of an action that was chosen; none where the document has changed since it was offered. */
export function resolveCodeAction(
  action: CodeAction,
  fileOf: (uri: string) => FixableFile | undefined,
  abilities: EditAbilities,
): CodeAction {
  const { data } = action;
  const file = isDeferred(data) ? fileOf(data.uri) : undefined;
  if (file === undefined || !isDeferred(data) || file.document.version !== data.version) return action;
  return withEdit(action, file, abilities, data.code);
}

/** What is needed to make the edit of an action later. */
interface Deferred {
  uri: string;
  version: number;
  code: string;
}

function isDeferred(data: unknown): data is Deferred {
  return typeof data === 'object' && data !== null && 'uri' in data && 'version' in data && 'code' in data;
}

function actionsOf(
  document: JobDocument,
  { found, fixes }: Repair,
  abilities: EditAbilities,
  rulesPage: string | undefined,
): CodeAction[] {
  return fixes.flatMap(({ title, edits, newFiles = [] }): CodeAction[] => {
    const edit = workspaceEdit(document, edits, newFiles, abilities);
    if (edit === undefined) return [];
    const diagnostics = [diagnosticOf(document.uri, found, rulesPage)];
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred: fixes.length === 1, edit }];
  });
}

function hasSeveralSafe(findings: readonly Found[], repairs: readonly Repair[], code: string): boolean {
  const first = repairs.find(({ found, fixes }) => found.code === code && fixes.some(({ safe }) => safe))?.found;
  if (first === undefined) return false;
  const others = findings.filter((found) => found.code === code && found !== first);
  return others.slice(0, MOST_LOOKED_AT).some((found) => found.fixes('safe').length > 0);
}

/** Of a hundred thousand findings of one kind these tell whether there is more to fix. */
const MOST_LOOKED_AT = 50;

function fixOfKind(file: FixableFile, code: string, abilities: ActionAbilities): CodeAction {
  const { uri, version } = file.document;
  const action = { title: `Fix all of this kind (${code})`, kind: CodeActionKind.QuickFix };
  const data: Deferred = { uri, version, code };
  return abilities.resolvesEdits ? { ...action, data } : withEdit(action, file, abilities, code);
}

function fixOfFile(file: FixableFile, abilities: EditAbilities): CodeAction[] {
  const action = withEdit({ title: 'Fix all that can safely be fixed', kind: FIX_ALL }, file, abilities);
  return action.edit === undefined ? [] : [action];
}

function withEdit(
  action: CodeAction,
  { document, judge }: FixableFile,
  abilities: EditAbilities,
  code?: string,
): CodeAction {
  const edits = fixAll(document, judge, code);
  const edit = edits.length === 0 ? undefined : workspaceEdit(document, edits, [], abilities);
  return edit === undefined ? action : { ...action, edit };
}

export function wantsQuickFixes(only: Asked['only']): boolean {
  return wants(only, CodeActionKind.QuickFix);
}

/** A kind is wanted with every kind above it: `source.fixAll` asks for `source.fixAll.pmjob` too. */
function wants(only: Asked['only'], kind: string): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

export function overlaps(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
