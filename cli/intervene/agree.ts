import { type ConfirmedIntervention, confirmIntervention, nameToType } from '../../api/intervene/confirm.ts';
import type { InterventionKind, InterventionPlan } from '../../api/intervene/intervention.ts';
import { oneLine } from '../../api/plan/one-line.ts';
import { nameTarget } from '../../api/plan/target-text.ts';
import type { Connection } from '../../api/platform.ts';
import type { Environment } from '../environment.ts';
import { printable } from '../printable.ts';
import { ask, confirm } from '../prompt.ts';
import { type AgreeOptions, checkAgreeable } from '../push/agree.ts';
import { UsageError } from '../usage-error.ts';

export interface InterventionAgreement extends AgreeOptions {
  /** The job's name, typed on the command line. */
  confirmDelete?: string;
}

/** Throws UsageError when no agreement can come of these options: asked before anything is sent. */
export function checkAgreeableTo(
  kind: InterventionKind,
  options: InterventionAgreement,
  connection: Connection,
  environment: Environment,
): void {
  if (kind === 'delete' && !environment.interactive && options.confirmDelete === undefined)
    throw new UsageError(
      `Nobody can be asked, as this is no terminal. Give ${options.yes === true ? '' : '--yes and '}--confirm-delete with the name of the job to delete it without a question.`,
    );
  checkAgreeable(options, connection, environment, `${kind} the job`);
}

/** The plan as somebody agreed to it, by flags or by answers; undefined when they did not. Throws UsageError for a wrong flag. */
export async function agreeTo(
  plan: InterventionPlan,
  options: InterventionAgreement,
  environment: Environment,
  signal: AbortSignal,
): Promise<ConfirmedIntervention | undefined> {
  const { target } = plan;
  let typedName = options.confirm;
  let typedJobName = options.confirmDelete;
  if (target.protected && typedName === undefined)
    typedName = await ask(`"${target.connection}" is protected. Type its name to go on: `, environment, signal);
  else if (plan.kind !== 'delete' && options.yes !== true && !(await confirm(question(plan), environment, signal)))
    return undefined;
  if (plan.kind === 'delete' && typedJobName === undefined)
    typedJobName = await ask(
      `Type ${printable(nameToType(plan))} to delete this job from ${nameTarget(target)}: `,
      environment,
      signal,
    );
  if (signal.aborted) return undefined;
  const confirmed = confirmIntervention(plan, {
    kind: options.yes === true ? 'flag' : 'dialog',
    ...(typedName === undefined ? {} : { typedName: typedName.trim() }),
    ...(typedJobName === undefined ? {} : { typedJobName }),
  });
  if (confirmed.kind === 'confirmed') return confirmed;
  if (confirmed.kind === 'job-name-not-typed' && options.confirmDelete !== undefined)
    throw new UsageError(`--confirm-delete "${options.confirmDelete}" is not this job: it is "${confirmed.name}".`);
  const name = confirmed.kind === 'name-not-typed' ? confirmed.connection : confirmed.name;
  environment.notes.print(`The name is "${printable(name)}"; that was not it.`);
  return undefined;
}

function question({ kind, jobName, target }: InterventionPlan): string {
  return `${kind === 'enable' ? 'Enable' : 'Disable'} "${oneLine(jobName)}" on ${nameTarget(target)}?`;
}
