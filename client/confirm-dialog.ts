import * as vscode from 'vscode';
import type { Confirmation } from '../api/plan/confirm.ts';
import { oneLine } from '../api/plan/one-line.ts';
import type { Plan } from '../api/plan/plan.ts';
import type { Dialogs } from './dialogs.ts';
import type { PlanPreview } from './push/plan-preview.ts';
import { confirmLabel, pushQuestion } from './push/push-question.ts';

/**
 * Shows a plan and asks whether it may be sent. Undefined: no. Looking at all changes keeps a small list open with
 * the same two ways on; a protected connection wants its name typed besides.
 */
export async function askConfirmation(
  plan: Plan,
  circumstances: { unsaved: boolean },
  dialogs: Dialogs,
  preview: PlanPreview,
): Promise<Confirmation | undefined> {
  const answer = await dialogs.ask(pushQuestion(plan, circumstances, vscode.l10n));
  if (answer === undefined) return undefined;
  if (answer === 'show' && !(await agreedBesidePreview(plan, dialogs, preview))) return undefined;
  if (!plan.target.protected) return { kind: 'dialog' };
  const typedName = await askName(plan.target.connection, dialogs);
  return typedName === undefined ? undefined : { kind: 'dialog', typedName };
}

async function agreedBesidePreview(plan: Plan, dialogs: Dialogs, preview: PlanPreview): Promise<boolean> {
  await preview.show(plan);
  const agreed = await dialogs.choose(
    vscode.l10n.t('“{0}” on {1} at {2}', oneLine(plan.jobName), plan.target.connection, plan.target.host),
    [
      { label: vscode.l10n.t('Cancel'), value: false },
      { label: confirmLabel(plan, vscode.l10n), value: true },
    ],
    { stay: true },
  );
  return agreed === true;
}

async function askName(connection: string, dialogs: Dialogs): Promise<string | undefined> {
  return dialogs.type({
    title: vscode.l10n.t('“{0}” is protected', connection),
    prompt: vscode.l10n.t('Type the connection’s name to send this.'),
    placeholder: connection,
    problem: (text) => (text === connection ? undefined : vscode.l10n.t('Type {0} exactly.', connection)),
  });
}
