import * as vscode from 'vscode';
import { nameToType } from '../../api/intervene/confirm.ts';
import type { InterventionPlan } from '../../api/intervene/intervention.ts';
import type { Confirmation } from '../../api/plan/confirm.ts';
import type { Dialogs } from '../dialogs.ts';
import { interventionQuestion } from './question.ts';

/**
 * Shows what would be done and asks. Undefined: no. A protected connection wants its name typed, and a delete the job's.
 */
export async function askIntervention(
  plan: InterventionPlan,
  dialogs: Dialogs,
): Promise<(Confirmation & { typedJobName?: string }) | undefined> {
  if ((await dialogs.ask(interventionQuestion(plan, vscode.l10n))) !== 'confirm') return undefined;
  const confirmation: Confirmation & { typedJobName?: string } = { kind: 'dialog' };
  const { connection } = plan.target;
  if (plan.target.protected) {
    const prompt = vscode.l10n.t('Type the connection’s name to send this.');
    const typedName = await typeExactly(connection, vscode.l10n.t('“{0}” is protected', connection), prompt, dialogs);
    if (typedName === undefined) return undefined;
    confirmation.typedName = typedName;
  }
  if (plan.kind === 'delete') {
    const title = vscode.l10n.t('Delete the job from {0}', connection);
    const prompt = vscode.l10n.t('Type the job’s name to delete it: {0}', nameToType(plan));
    const typedJobName = await typeExactly(nameToType(plan), title, prompt, dialogs);
    if (typedJobName === undefined) return undefined;
    confirmation.typedJobName = typedJobName;
  }
  return confirmation;
}

function typeExactly(wanted: string, title: string, prompt: string, dialogs: Dialogs): Promise<string | undefined> {
  return dialogs.type({
    title,
    prompt,
    placeholder: wanted,
    problem: (text) => (text === wanted ? undefined : vscode.l10n.t('Type {0} exactly.', wanted)),
  });
}
