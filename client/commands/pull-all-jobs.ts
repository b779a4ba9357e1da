import * as vscode from 'vscode';
import { type PullAllDependencies, type PullAllPlan, planPullAll } from '../../api/pull-all/plan-pull-all.ts';
import { describePulled, renderPullAll, type ShowPath, sayPulled } from '../../api/pull-all/render-text.ts';
import { type PullResult, writeAll } from '../../api/pull-all/write-all.ts';
import { connectionToUse } from '../connections/ask-connection.ts';
import { withProgress } from '../progress.ts';
import { openJobFolder } from '../pull-all/job-folder.ts';
import { pullAllQuestion } from '../pull-all/pull-all-question.ts';
import { stopWhenNotTrusted } from '../push/job-file.ts';
import type { PushParts } from '../push/push-job.ts';
import { workspaceFolder } from '../workspace-folder.ts';

/** Brings every job of a platform into a folder, each into a file of its own, after what becomes of which file was shown. */
export async function pullAllJobs(resource: vscode.Uri | undefined, parts: PushParts): Promise<void> {
  stopWhenNotTrusted();
  const { dialogs, connections, clock, log } = parts;
  const chosen = await dialogs.chooseFolder(
    vscode.l10n.t('Which folder shall hold the jobs?'),
    workspaceFolder(resource),
  );
  if (chosen === undefined) return;
  const uri = vscode.Uri.file(chosen);
  const name = await connectionToUse(uri, connections, dialogs);
  const session = await connections.open(name);
  const { folder, state, show } = await openJobFolder(uri);
  const dependencies = { session, state, clock, folder };
  const plan = await withProgress(vscode.l10n.t('Reading the jobs of “{0}”', name), (signal, report) =>
    planPullAll(dependencies, undefined, signal, (done, all) => report(vscode.l10n.t('{0} of {1}', done, all))),
  );
  await connections.rememberCustomer(session, plan.target);
  log.info(renderPullAll(plan, show).join('\n'));
  const wanted = await askToWrite(plan, vscode.workspace.asRelativePath(uri), show, parts);
  if (wanted === undefined) return;
  const results = await write(plan, wanted, dependencies);
  parts.recorded();
  await tell(results, name, show, parts);
}

type Wanted = Parameters<typeof writeAll>[1];

async function askToWrite(
  plan: PullAllPlan,
  folder: string,
  show: ShowPath,
  { dialogs, review }: PushParts,
): Promise<Wanted | undefined> {
  const question = pullAllQuestion(plan, folder, show, vscode.l10n);
  if (question === undefined) return { replaceEdited: false };
  const answer = await dialogs.ask(question);
  if (answer !== 'show') return answer === undefined ? undefined : { replaceEdited: answer === 'write-all' };
  // Seen as a whole, it is asked for again.
  await review.showText(vscode.l10n.t('Jobs of {0}', plan.target.connection), renderPullAll(plan, show));
  const again = await dialogs.choose(question.message, [
    { label: vscode.l10n.t('Cancel'), value: 'cancel' as const },
    ...question.buttons.flatMap(({ answer: value, label }) => (value === 'show' ? [] : [{ label, value }])),
  ]);
  return again === undefined || again === 'cancel' ? undefined : { replaceEdited: again === 'write-all' };
}

function write(plan: PullAllPlan, wanted: Wanted, dependencies: PullAllDependencies): Promise<PullResult[]> {
  return withProgress(vscode.l10n.t('Writing the jobs of “{0}”', plan.target.connection), (signal) =>
    writeAll(plan, wanted, dependencies, signal),
  );
}

async function tell(
  results: readonly PullResult[],
  connection: string,
  show: ShowPath,
  { dialogs, log, review }: PushParts,
): Promise<void> {
  const lines = results.flatMap((result) => [
    describePulled(result, show),
    ...('notes' in result ? result.notes.map(({ message }) => `  ${message}`) : []),
  ]);
  log.info(lines.join('\n'));
  const isFine = results.every(({ kind }) => kind === 'created' || kind === 'replaced' || kind === 'unchanged');
  const answer = await dialogs.ask({
    severity: isFine ? 'information' : 'warning',
    message:
      results.length === 0
        ? vscode.l10n.t('“{0}” has no jobs.', connection)
        : vscode.l10n.t('Jobs of “{0}”: {1}.', connection, sayPulled(results)),
    modal: false,
    buttons: [
      { answer: 'details', label: vscode.l10n.t('Show Details') },
      { answer: 'log', label: vscode.l10n.t('Show Log') },
    ],
  });
  if (answer === 'log') log.show();
  if (answer === 'details') await review.showText(vscode.l10n.t('Pulled'), lines);
}
