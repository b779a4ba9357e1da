import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import type { JobDocument } from '../document/document.ts';
import type { Facts } from '../facts.ts';
import type { Found } from '../rules/run.ts';
import { diagnosticOf } from './diagnostics.ts';
import { fixAll } from './fix-all.ts';
import { type EditAbilities, workspaceEdit } from './workspace-edit.ts';

/** What was asked for: a range, and the kinds, where not all are wanted. */
export interface Asked {
  range: Range;
  only: readonly string[] | undefined;
}

export interface ActionAbilities extends EditAbilities {
  /** It asks for the edit of an action once somebody chose it. */
  resolveEdits: boolean;
}

/** All safe fixes of a file, as on saving. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.pmjob`;

/**
 * The quick fixes of what was found in a range, for each code that has more of them one that fixes all of that kind, and all
 * safe fixes of the file where somebody asks for that kind of action.
 */
export function codeActions(
  document: JobDocument,
  findings: readonly Found[],
  { range, only }: Asked,
  facts: Facts,
  abilities: ActionAbilities,
  rulesPage: string | undefined,
): CodeAction[] {
  const here = wants(only, CodeActionKind.QuickFix) ? findings.filter((found) => overlaps(found.range, range)) : [];
  const quickFixes = here.flatMap((found) => fixesOf(document, found, abilities, rulesPage));
  const codes = [...new Set(here.map(({ code }) => code))].filter((code) => hasSeveralSafe(findings, here, code));
  const ofKind = codes.map((code): CodeAction => {
    const action = { title: `Fix all of this kind (${code})`, kind: CodeActionKind.QuickFix };
    const data: Deferred = { uri: document.uri, version: document.version, code };
    if (abilities.resolveEdits) return { ...action, data };
    return withEdit(action, document, facts, abilities, code);
  });
  return [...quickFixes, ...ofKind, ...sourceActions(document, only, facts, abilities)];
}

/** Brings the edit of an action that was chosen; none where the document has changed since it was offered. */
export function resolveCodeAction(
  action: CodeAction,
  documentOf: (uri: string) => JobDocument | undefined,
  facts: Facts,
  abilities: ActionAbilities,
): CodeAction {
  const { data } = action;
  const document = isDeferred(data) ? documentOf(data.uri) : undefined;
  if (document === undefined || !isDeferred(data) || document.version !== data.version) return action;
  return withEdit(action, document, facts, abilities, data.code);
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

function fixesOf(
  document: JobDocument,
  found: Found,
  abilities: EditAbilities,
  rulesPage: string | undefined,
): CodeAction[] {
  const fixes = found.fixes();
  return fixes.flatMap(({ title, edits, newFiles = [] }): CodeAction[] => {
    const edit = workspaceEdit(document, edits, newFiles, abilities);
    if (edit === undefined) return [];
    const diagnostics = [diagnosticOf(document.uri, found, rulesPage)];
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred: fixes.length === 1, edit }];
  });
}

function hasSeveralSafe(findings: readonly Found[], here: readonly Found[], code: string): boolean {
  const isSafe = (found: Found): boolean => found.code === code && found.fixes().some(({ safe }) => safe);
  const first = here.find(isSafe);
  const others = findings.filter((found) => found.code === code && found !== first);
  return first !== undefined && others.slice(0, MOST_LOOKED_AT).some(isSafe);
}

/** Of a hundred thousand findings of one kind these tell whether there is more to fix. */
const MOST_LOOKED_AT = 50;

function sourceActions(
  document: JobDocument,
  only: Asked['only'],
  facts: Facts,
  abilities: EditAbilities,
): CodeAction[] {
  // Made only where somebody asks for it: an editor asks for everything at each move of the cursor.
  if (only === undefined || !wants(only, FIX_ALL)) return [];
  const action = withEdit({ title: 'Fix all that can safely be fixed', kind: FIX_ALL }, document, facts, abilities);
  return action.edit === undefined ? [] : [action];
}

function withEdit(
  action: CodeAction,
  document: JobDocument,
  facts: Facts,
  abilities: EditAbilities,
  code?: string,
): CodeAction {
  const edits = fixAll(document, facts, code);
  const edit = edits.length === 0 ? undefined : workspaceEdit(document, edits, [], abilities);
  return edit === undefined ? action : { ...action, edit };
}

/** A kind is wanted with every kind above it: `source.fixAll` asks for `source.fixAll.pmjob` too. */
function wants(only: Asked['only'], kind: string): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function overlaps(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
