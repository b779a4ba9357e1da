import * as vscode from 'vscode';
import { type JobSummary, listJobs } from '../../api/operations/list-jobs.ts';
import type { JobId } from '../../api/platform.ts';
import type { Session } from '../../api/session.ts';
import type { Choice, Dialogs } from '../dialogs.ts';
import { withProgress } from '../progress.ts';

/** A job that a person has named. The name is known only when it came from the platform's list. */
export interface ChosenJob {
  id: JobId;
  name?: string;
}

/** Lets a person choose one of the platform's jobs, or type an id; undefined when they back out. */
export async function chooseJob(title: string, session: Session, dialogs: Dialogs): Promise<ChosenJob | undefined> {
  const reading = vscode.l10n.t('Reading the jobs of “{0}”', session.connection.name);
  const jobs = await withProgress(reading, (signal) => listJobs(session, {}, signal));
  const chosen = await dialogs.choose<JobSummary | 'type'>(title, [
    ...jobs.map(choiceOf),
    { label: vscode.l10n.t('$(edit) Type an id…'), value: 'type' },
  ]);
  if (chosen !== 'type') return chosen;
  const id = await dialogs.type({
    title,
    prompt: vscode.l10n.t('The id of the job, a UUID.'),
    placeholder: '5b0fd130-52c8-473c-96b1-8f10ea7d4c13',
    problem: idProblem,
  });
  return id === undefined ? undefined : { id: id.trim() };
}

function choiceOf(job: JobSummary): Choice<JobSummary> {
  const facts = [job.platform, job.type, job.scheduleType, job.status].filter((fact) => fact !== undefined);
  return { label: job.name, description: facts.join(' · '), detail: job.id, value: job };
}

function idProblem(text: string): string | undefined {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text.trim());
  return isUuid
    ? undefined
    : vscode.l10n.t('An id has 36 characters, like {0}.', '5b0fd130-52c8-473c-96b1-8f10ea7d4c13');
}
