import { type ConfirmedPlan, confirmPlan } from '../../api/plan/confirm.ts';
import { oneLine } from '../../api/plan/one-line.ts';
import type { Plan } from '../../api/plan/plan.ts';
import { nameTarget } from '../../api/plan/target-text.ts';
import type { Connection } from '../../api/platform.ts';
import type { Environment } from '../environment.ts';
import { ask, confirm } from '../prompt.ts';
import { UsageError } from '../usage-error.ts';

export interface AgreeOptions {
  yes?: boolean;
  /** The connection's name, typed on the command line. */
  confirm?: string;
}

/** Throws UsageError when no agreement can come of these options: asked before anything is sent. */
export function checkAgreeable(options: AgreeOptions, connection: Connection, environment: Environment): void {
  if (options.confirm !== undefined && options.confirm !== connection.name)
    throw new UsageError(`--confirm "${options.confirm}" is not this connection: it is "${connection.name}".`);
  if (environment.interactive) return;
  if (options.yes !== true)
    throw new UsageError('Nobody can be asked, as this is no terminal. Give --yes to push without a question.');
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
  const { target } = plan;
  let typedName = options.confirm;
  if (target.protected && typedName === undefined)
    typedName = await ask(`"${target.connection}" is protected. Type its name to go on: `, environment, signal);
  else if (options.yes !== true && !(await confirm(question(plan), environment, signal))) return undefined;
  if (signal.aborted) return undefined;
  const confirmed = confirmPlan(plan, {
    kind: options.yes === true ? 'flag' : 'dialog',
    ...(typedName === undefined ? {} : { typedName: typedName.trim() }),
  });
  if (confirmed.kind === 'confirmed') return confirmed;
  environment.notes.print(`The name is "${confirmed.connection}"; that was not it.`);
  return undefined;
}

function question({ action, jobName, target }: Plan): string {
  return `${action === 'create' ? 'Create' : 'Update'} "${oneLine(jobName)}" on ${nameTarget(target)}?`;
}
