import * as vscode from 'vscode';
import type { Outcome } from '../../api/push/outcome.ts';
import type { JudgedFinding } from '../../schemas/finding.ts';
import type { Dialogs } from '../dialogs.ts';
import { rangeOf } from '../language/place.ts';
import type { OpenJobFile } from './job-file.ts';
import type { Wish } from './push-job.ts';

const LISTED = 8;

/** Says which errors stopped the push. The person looks at the first, or sends the file knowingly. */
export async function stepAfterErrors(
  outcome: Outcome & { kind: 'invalid' },
  { file, dialogs }: { file: OpenJobFile; dialogs: Dialogs },
): Promise<Partial<Wish> | undefined> {
  const errors = outcome.findings.filter((finding) => finding.severity === 'error');
  const answer = await dialogs.ask({
    severity: 'error',
    modal: true,
    message:
      errors.length === 1
        ? vscode.l10n.t('{0} has an error. Nothing was sent.', outcome.path)
        : vscode.l10n.t('{0} has {1} errors. Nothing was sent.', outcome.path, errors.length),
    detail: errorLines(file.document, errors).join('\n'),
    buttons: [
      { answer: 'show', label: errors.length === 1 ? vscode.l10n.t('Show') : vscode.l10n.t('Show the First') },
      ...(outcome.sendable ? [{ answer: 'push' as const, label: vscode.l10n.t('Push Anyway') }] : []),
    ],
  });
  if (answer === 'show') await showFirst(file.document, errors);
  return answer === 'push' ? { allowErrors: true } : undefined;
}

function errorLines(document: vscode.TextDocument, errors: JudgedFinding[]): string[] {
  const lines = errors.slice(0, LISTED).map((error) => {
    return vscode.l10n.t('Line {0}: {1}', placeOf(document, error).start.line + 1, error.message);
  });
  const hidden = errors.length - lines.length;
  return hidden > 0 ? [...lines, vscode.l10n.t('… and {0} more.', hidden)] : lines;
}

async function showFirst(document: vscode.TextDocument, errors: JudgedFinding[]): Promise<void> {
  const [first] = errors;
  if (first) await vscode.window.showTextDocument(document, { selection: placeOf(document, first) });
}

/** A finding about the composed body has no place in the text: that of its pointer, as near as the file has it. */
function placeOf(document: vscode.TextDocument, { range, pointer }: JudgedFinding): vscode.Range {
  if (range === undefined) return rangeOf(document, pointer, vscode.Range);
  const { start, end } = range;
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
