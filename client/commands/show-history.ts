import * as vscode from 'vscode';
import { type FileEntry, historyOf } from '../../api/earlier-version.ts';
import { changeLines, describeEntry } from '../../api/history-text.ts';
import { readVersion, type Version } from '../../api/link/versions.ts';
import type { JobId } from '../../api/platform.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import type { Choice } from '../dialogs.ts';
import { pushVersion } from '../history/push-version.ts';
import { atPresent, type OpenJobFile, openJobFile, stopWhenNotTrusted } from '../push/job-file.ts';
import type { PushParts } from '../push/push-job.ts';
import { putText } from '../replace-text.ts';
import type { ReadOnlyTexts } from '../review/read-only-texts.ts';
import { Stopped } from '../stopped.ts';

export type HistoryParts = PushParts & { versions: ReadOnlyTexts };

/** Lists the pushes of a file, the newest first, and offers what can be done with one of them. */
export async function showHistory(resource: vscode.Uri | undefined, parts: HistoryParts): Promise<void> {
  const file = await openJobFile(resource);
  const { entries, unreadable } = await historyOf(file.state, file.path);
  if (unreadable > 0) parts.log.warn(`${unreadable} lines of .pmjob/history cannot be read and are left out.`);
  if (entries.length === 0) throw new Stopped(vscode.l10n.t('Nothing was pushed of {0} from here.', file.path));
  const title = vscode.l10n.t('History of {0}', file.path);
  const entry = await parts.dialogs.choose(title, entries.map(choiceOf));
  if (entry === undefined) return;
  const { label, description } = choiceOf(entry);
  const version = entry.id === undefined ? undefined : await versionOf(entry, entry.id, file);
  const way = await parts.dialogs.choose(`${label} · ${description}`, waysWith(version !== undefined));
  if (way === 'changes') await showChanges(entry, parts.versions);
  if (version === undefined || entry.id === undefined) return;
  if (way === 'compare') await compare(version, file, parts.versions);
  if (way === 'put') await putIntoFile(version, file);
  if (way === 'push') await pushAgain({ ...entry, id: entry.id }, version, file, parts);
}

type Way = 'changes' | 'compare' | 'put' | 'push';

function waysWith(hasVersion: boolean): Choice<Way>[] {
  const changes: Choice<Way> = { label: vscode.l10n.t('Show What It Changed'), value: 'changes' };
  if (!hasVersion) return [changes];
  return [
    changes,
    { label: vscode.l10n.t('Compare It with the File'), value: 'compare' },
    {
      label: vscode.l10n.t('Push This Earlier Version Again'),
      detail: vscode.l10n.t('Shows what will change, and asks. The file stays as it is.'),
      value: 'push',
    },
    {
      label: vscode.l10n.t('Put This Version into the File'),
      detail: vscode.l10n.t('As an edit that can be undone. Nothing is sent.'),
      value: 'put',
    },
  ];
}

function choiceOf(entry: FileEntry): Choice<FileEntry> {
  const when = localTime(entry.when);
  const fields = entry.changes.map(({ label }) => label).join(', ');
  return {
    label: `${when}: ${entry.outcome}`,
    description: `${entry.connection} · ${entry.who}`,
    detail: fields === '' && entry.action !== 'delete' ? vscode.l10n.t('no field changed') : fields,
    value: entry,
  };
}

/** As the editor's language writes it. */
function localTime(when: string): string {
  return new Date(when).toLocaleString(vscode.env.language);
}

function versionOf(entry: FileEntry, id: JobId, { state }: OpenJobFile): Promise<Version | undefined> {
  return entry.hasVersion ? readVersion(state, entry, id, entry.key) : Promise.resolve(undefined);
}

async function showChanges(entry: FileEntry, texts: ReadOnlyTexts): Promise<void> {
  const lines = [describeEntry(entry), ...changeLines(entry)];
  await vscode.window.showTextDocument(texts.add('changes.txt', `${lines.join('\n')}\n`), { preview: true });
}

async function compare({ text, when }: Version, { document, path }: OpenJobFile, texts: ReadOnlyTexts): Promise<void> {
  const title = vscode.l10n.t('{0}: {1} and now', path, localTime(when));
  await vscode.commands.executeCommand('vscode.diff', texts.add(path, text), document.uri, title);
}

async function putIntoFile({ text }: Version, file: OpenJobFile): Promise<void> {
  const { document } = await atPresent(file);
  await putText(document, text.replace(/^\uFEFF/, ''));
  await vscode.window.showTextDocument(document);
}

async function pushAgain(
  entry: FileEntry & { id: JobId },
  version: Version,
  file: OpenJobFile,
  parts: HistoryParts,
): Promise<void> {
  stopWhenNotTrusted();
  const outcome = await pushVersion(entry, version, file, parts);
  if (outcome === undefined || outcome.kind === 'cancelled') return;
  parts.recorded();
  parts.log.info(describeOutcome(outcome));
  const isFine = outcome.kind === 'updated' || outcome.kind === 'unchanged';
  const differs = file.document.getText() !== version.text;
  const answer = await parts.dialogs.ask({
    severity: isFine ? 'information' : outcome.kind === 'unknown' ? 'warning' : 'error',
    message:
      isFine && differs
        ? vscode.l10n.t('{0} The file still holds another version.', describeOutcome(outcome))
        : describeOutcome(outcome),
    modal: false,
    buttons: [
      ...(isFine && differs ? [{ answer: 'put' as const, label: vscode.l10n.t('Put It into the File') }] : []),
      { answer: 'log', label: vscode.l10n.t('Show Log') },
    ],
  });
  if (answer === 'log') parts.log.show();
  if (answer === 'put') await putIntoFile(version, file);
}
