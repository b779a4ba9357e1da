import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import type { Found } from '../rules/run.ts';
import { diagnosticOf } from './diagnostics.ts';

/** The quick fixes of what was found in a range. `only` are the kinds that were asked for. */
export function codeActions(
  uri: string,
  range: Range,
  findings: readonly Found[],
  only: readonly string[] | undefined,
  rulesPage: string | undefined,
): CodeAction[] {
  if (!wantsQuickFixes(only)) return [];
  return findings
    .filter((found) => overlaps(found.range, range))
    .flatMap((found) => {
      const fixes = found.fixes();
      return fixes.map(({ title, edits }) => ({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(uri, found, rulesPage)],
        isPreferred: fixes.length === 1,
        edit: { changes: { [uri]: edits } },
      }));
    });
}

export function wantsQuickFixes(only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}

export function overlaps(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
