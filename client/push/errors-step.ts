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
      { answer: 'push', label: vscode.l10n.t('Push Anyway') },
    ],
  });
  if (answer === 'show') await showFirst(file.document, errors);
  return answer === 'push' ? { allowErrors: true } : undefined;
}

function errorLines(document: vscode.TextDocument, errors: JudgedFinding[]): string[] {
  const lines = errors.slice(0, LISTED).map((error) => {
    const line = rangeOf(document, error.pointer, vscode.Range).start.line + 1;
    return vscode.l10n.t('Line {0}: {1}', line, error.message);
  });
  const hidden = errors.length - lines.length;
  return hidden > 0 ? [...lines, vscode.l10n.t('… and {0} more.', hidden)] : lines;
}

async function showFirst(document: vscode.TextDocument, errors: JudgedFinding[]): Promise<void> {
  const range = firstUnderlined(document.uri) ?? rangeOf(document, errors[0]?.pointer ?? '', vscode.Range);
  await vscode.window.showTextDocument(document, { selection: range });
}

/** What the language server has underlined is more exact than a pointer: an error of syntax has none. */
function firstUnderlined(file: vscode.Uri): vscode.Range | undefined {
  return vscode.languages
    .getDiagnostics(file)
    .filter((diagnostic) => diagnostic.severity === vscode.DiagnosticSeverity.Error)
    .map((diagnostic) => diagnostic.range)
    .sort((one, other) => one.start.compareTo(other.start))[0];
}
