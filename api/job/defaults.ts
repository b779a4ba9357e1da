import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { mapActions } from './scripts.ts';

/** What the server fills for what a create leaves out (release notes 3.3, the four pairs of samples). */
const OF_A_JOB: JsonObject = {
  type: 'Install',
  status: 'Disabled',
  filterType: 'Any',
  exclusionFilterType: 'Any',
  timezoneType: 'SPECIFIC_TZ',
  timezone: 'UTC',
  isDynamicPatchesQQL: false,
  continueOnPatchFailure: false,
  downloadRandomizeTime: 0,
  downloadRandomizeTimeUnit: 'MINUTES',
};

const DEFERMENT: JsonObject = { deferment: { count: 3, interval: 1, intervalUnit: 'HOURS' } };

const OF_POST_DEPLOYMENT: JsonObject = {
  // Inferred: no sample leaves it out.
  suppressReboots: false,
  rebootHonorOnUserLogin: false,
  rebootOption: DEFERMENT,
  rebootCountdown: { interval: 15, intervalUnit: 'MINUTES' },
  onComplete: { alwaysShowCompletedPrompt: false },
};

/** The job as it would come back from the server: what it leaves out, or says nothing for, filled. */
export function withDefaults(job: JsonObject): JsonObject {
  const filled = filling(job, { ...OF_A_JOB, preDeployment: DEFERMENT, postDeployment: {} });
  const { postDeployment } = filled;
  return mapActions(
    isObject(postDeployment) ? { ...filled, postDeployment: filling(postDeployment, OF_POST_DEPLOYMENT) } : filled,
    (action, list) => ({
      ...filling(action, { actionType: list === 'preDeployActions' ? 'predeploy' : 'postdeploy' }),
      params: paramsOf(action),
    }),
  );
}

function paramsOf({ action, params }: JsonObject): Json {
  if (params !== undefined && params !== null && !isObject(params)) return params;
  const download = action === 'Install Software' ? { downloadProtocol: 0, installMethod: 0 } : {};
  return filling(params ?? {}, { timeout: 180, ...download });
}

/** What says nothing, at any depth, gets the default. */
function filling(object: JsonObject, defaults: JsonObject): JsonObject {
  const filled = Object.entries(defaults).map(([key, value]): [string, Json] => {
    const said = object[key] ?? null;
    if (said === null || said === '') return [key, value];
    return [key, isObject(said) && isObject(value) ? filling(said, value) : said];
  });
  return { ...object, ...Object.fromEntries(filled) };
}
