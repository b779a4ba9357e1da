import * as vscode from 'vscode';
import type { Confirmation } from '../api/plan/confirm.ts';
import type { Plan } from '../api/plan/plan.ts';
import type { Dialogs } from './dialogs.ts';
import type { PlanReview } from './push/plan-review.ts';
import { pushQuestion } from './push/push-question.ts';

/**
 * Shows a plan and asks whether it may be sent. Undefined: no. Who looks at all changes says yes or no there; a protected
 * connection wants its name typed besides.
 */
export async function askConfirmation(
  plan: Plan,
  circumstances: { unsaved: boolean },
  dialogs: Dialogs,
  review: PlanReview,
): Promise<Confirmation | undefined> {
  const answer = await dialogs.ask(pushQuestion(plan, circumstances, vscode.l10n));
  if (answer === undefined) return undefined;
  if (answer === 'show' && !(await review.agreed(plan))) return undefined;
  return plan.target.protected ? askTypedName(plan.target.connection, dialogs) : { kind: 'dialog' };
}

/** A protected connection wants its name typed. */
export async function askTypedName(connection: string, dialogs: Dialogs): Promise<Confirmation | undefined> {
  const typedName = await dialogs.type({
    title: vscode.l10n.t('“{0}” is protected', connection),
    prompt: vscode.l10n.t('Type the connection’s name to send this.'),
    placeholder: connection,
    problem: (text) => (text === connection ? undefined : vscode.l10n.t('Type {0} exactly.', connection)),
  });
  return typedName === undefined ? undefined : { kind: 'dialog', typedName };
}
