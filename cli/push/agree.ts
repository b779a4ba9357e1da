import { type Confirmation, type ConfirmedPlan, confirmPlan, type Refusal } from '../../api/plan/confirm.ts';
import { oneLine } from '../../api/plan/one-line.ts';
import type { Plan } from '../../api/plan/plan.ts';
import { nameTarget } from '../../api/plan/target-text.ts';
import type { Connection, Target } from '../../api/platform.ts';
import { type ConfirmedSeveral, confirmSeveral } from '../../api/several/push-several.ts';
import { plansOf, type SeveralPlan } from '../../api/several/several.ts';
import type { Environment } from '../environment.ts';
import { ask, confirm } from '../prompt.ts';
import { UsageError } from '../usage-error.ts';

export interface AgreeOptions {
  yes?: boolean;
  /** The connection's name, typed on the command line. */
  confirm?: string;
}

/** Throws UsageError when no agreement can come of these options: asked before anything is sent. */
export function checkAgreeable(
  options: AgreeOptions,
  connection: Connection,
  environment: Environment,
  doing = 'push',
): void {
  if (options.confirm !== undefined && options.confirm !== connection.name)
    throw new UsageError(`--confirm "${options.confirm}" is not this connection: it is "${connection.name}".`);
  if (environment.interactive) return;
  if (options.yes !== true)
    throw new UsageError(`Nobody can be asked, as this is no terminal. Give --yes to ${doing} without a question.`);
  if (connection.protected && options.confirm === undefined)
    throw new UsageError(
      `The connection "${connection.name}" is protected: give --confirm "${connection.name}" as well.`,
    );
}

/** The plan as somebody agreed to it, by flag or by answer; undefined when they did not. */
export async function agree(
  plan: Plan,
  options: AgreeOptions,
  environment: Environment,
  signal: AbortSignal,
): Promise<ConfirmedPlan | undefined> {
  const confirmation = await askFor(question(plan), plan.target, options, environment, signal);
  if (confirmation === undefined) return undefined;
  return orRefusal(confirmPlan(plan, confirmation), environment);
}

/** The same for several files, of which one at least has a plan: one question, and one name to type. */
export async function agreeToSeveral(
  plan: SeveralPlan,
  target: Target,
  options: AgreeOptions,
  environment: Environment,
  signal: AbortSignal,
): Promise<ConfirmedSeveral | undefined> {
  const confirmation = await askFor(severalQuestion(plan, target), target, options, environment, signal);
  if (confirmation === undefined) return undefined;
  return orRefusal(confirmSeveral(plan, confirmation), environment);
}

async function askFor(
  text: string,
  target: Target,
  options: AgreeOptions,
  environment: Environment,
  signal: AbortSignal,
): Promise<Confirmation | undefined> {
  let typedName = options.confirm;
  if (target.protected && typedName === undefined)
    typedName = await ask(`"${target.connection}" is protected. Type its name to go on: `, environment, signal);
  else if (options.yes !== true && !(await confirm(text, environment, signal))) return undefined;
  if (signal.aborted) return undefined;
  return {
    kind: options.yes === true ? 'flag' : 'dialog',
    ...(typedName === undefined ? {} : { typedName: typedName.trim() }),
  };
}

function orRefusal<Confirmed extends { kind: 'confirmed' }>(
  confirmed: Confirmed | Refusal,
  { notes }: Environment,
): Confirmed | undefined {
  if (confirmed.kind === 'confirmed') return confirmed;
  notes.print(`The name is "${confirmed.connection}"; that was not it.`);
  return undefined;
}

function question({ action, jobName, target }: Plan): string {
  return `${action === 'create' ? 'Create' : 'Update'} "${oneLine(jobName)}" on ${nameTarget(target)}?`;
}

function severalQuestion(plan: SeveralPlan, target: Target): string {
  const plans = plansOf(plan);
  const creates = plans.filter(({ action }) => action === 'create').length;
  const parts = [
    ...(creates === 0 ? [] : [`create ${jobs(creates)}`]),
    ...(creates === plans.length ? [] : [`update ${jobs(plans.length - creates)}`]),
  ];
  const text = parts.join(' and ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)} on ${nameTarget(target)}?`;
}

function jobs(count: number): string {
  return count === 1 ? '1 job' : `${count} jobs`;
}
