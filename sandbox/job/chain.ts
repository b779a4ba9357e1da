import { randomUUID } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { answeredAction } from './actions.ts';
import type { StoredJob } from './fields.ts';

/**
 * `chainedJobRule` as the server keeps it: the threshold becomes a number, and a rule has an id after a create and none
 * after an update. What a body says under `linkedToJob` is not read: there the server only shows the rules.
 */
export function keptChain(sent: Json | undefined, update: boolean): Json {
  if (!Array.isArray(sent)) return null;
  return sent.filter(isObject).map((rule) => ({
    id: update ? null : randomUUID(),
    field: rule.field ?? null,
    threshold: typeof rule.threshold === 'string' ? Number(rule.threshold) : (rule.threshold ?? null),
    actionIds: rule.actionIds ?? null,
    condition: rule.condition ?? null,
  }));
}

/**
 * `linkedToJob`: the parent with the chain's rules inside, or null for a job without a parent. A parent that the server
 * does not know is shown with its id and without a name or a type.
 */
export function linkedToJob(child: StoredJob, parent: StoredJob | undefined, references: number): Json {
  if (!child.linkedJobId) return null;
  return [
    {
      customerId: child.customerId ?? null,
      id: child.linkedJobId,
      name: parent?.name ?? null,
      type: parent?.type ?? null,
      status: parent?.status ?? null,
      createdBy: parent?.createdBy ?? { user: null, date: null },
      linkedJobReferenceCount: references,
      schedule: parent ? shownSchedule(parent.scheduleType ?? null) : null,
      previousRun: null,
      nextRun: null,
      chainedJobRule: answeredRules(child, parent),
    },
  ];
}

/** Where an answer shows a schedule it spells On-demand with a capital D. */
function shownSchedule(scheduleType: Json): Json {
  return scheduleType === 'On-demand' ? 'On-Demand' : scheduleType;
}

function answeredRules(child: StoredJob, parent: StoredJob | undefined): Json {
  if (!Array.isArray(child.chainedJobRule)) return null;
  return child.chainedJobRule.filter(isObject).map((rule) => ({ ...rule, actionDetails: actionDetails(rule, parent) }));
}

function actionDetails(rule: JsonObject, parent: StoredJob | undefined): Json {
  const actions = Array.isArray(parent?.postDeployActions) ? parent.postDeployActions.filter(isObject) : [];
  const named = Array.isArray(rule.actionIds) ? rule.actionIds : [];
  return actions
    .filter((action) => named.includes(action.actionId ?? null))
    .map((action) => ({
      ...answeredAction(action, String(parent?.customerId)),
      params: detailedParameters(isObject(action.params) ? action.params : {}),
    }));
}

function detailedParameters({ timeout, ...parameters }: JsonObject): JsonObject {
  return { fileChecksum: '', ...parameters, timeout: timeout ?? null, remediationScope: false };
}
