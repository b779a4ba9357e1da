import fc from 'fast-check';
import { PARENT_ACTION_ID, PARENT_ID } from '../../sandbox/support.ts';

/** Generated jobs and files, of values that a sandbox takes. */

export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
export type Fields = { [key: string]: Value };

const IDS = [1, 2, 3].map((digit) => `${digit}b0fd130-52c8-473c-96b1-8f10ea7d4c13`);
const ids = fc.option(fc.uniqueArray(fc.constantFrom(...IDS)));
const text = fc.constantFrom('', 'short', 'Ünï "quoted" \\ \u0001', 'x'.repeat(300));
const flag = fc.boolean();
const unit = fc.constantFrom('HOURS', 'MINUTES');
const small = fc.integer({ min: 1, max: 2 });
const span = { interval: small, intervalUnit: unit };
const some = (fields: { [key: string]: fc.Arbitrary<unknown> }): fc.Arbitrary<unknown> =>
  fc.option(fc.record(fields, { requiredKeys: [] }));
const words = { userMessage: text, description: text };
const deferment = some({ count: small, ...span });

const action = fc.record(
  {
    action: fc.constantFrom('Run Script', 'Install Software'),
    params: fc.record(
      { actionItem: fc.constantFrom('one', 'two', 'three'), timeout: small, downloadURL: text },
      { requiredKeys: ['actionItem'] },
    ),
    script: fc.constantFrom('ZWNobyAx', 'ZWNobyAy', 'ZWNobyAz'),
    scriptType: fc.constant('sh'),
  },
  { requiredKeys: ['action', 'params', 'script'] },
);
const actions = fc.option(fc.array(action, { maxLength: 3 }));

/** Stands for a number that JavaScript cannot keep: the file's text has that one instead. */
const BIG = 7_777_777;
const BIG_LITERAL = '12345678901234567890';

/** The text of a file. */
export function textOf(file: Fields): string {
  return JSON.stringify(file, null, 2).replaceAll(`"customPatchURLId": ${BIG}`, `"customPatchURLId": ${BIG_LITERAL}`);
}

const FIELDS: { [key: string]: fc.Arbitrary<unknown> } = {
  // No release names it: the sandbox takes it and does not keep it.
  fieldOfTomorrow: fc.option(text),
  description: text,
  status: fc.constantFrom('Enabled', 'Disabled'),
  assetIds: ids,
  assetTagIds: ids,
  matchAllTagIds: ids,
  approvedPatches: ids,
  coAuthorUserIds: ids,
  exclusionAssetIds: ids,
  exclusionTagIds: ids,
  filterType: fc.constantFrom('Any', 'All'),
  exclusionFilterType: fc.constantFrom('Any', 'All'),
  timeout: fc.constantFrom(-1, 3, 6),
  timeoutUnit: unit,
  timezoneType: fc.constantFrom('SPECIFIC_TZ', 'AGENT_TZ'),
  timezone: fc.option(fc.constantFrom('UTC', 'Asia/Kolkata')),
  startDateTime: fc.constantFrom('2030-01-08 09:00:00 AM', '2030-01-08 10:25:52 PM'),
  recurring: fc.option(flag),
  recurringWeekDays: fc.option(fc.constantFrom('0,1,0,0,0,1,0', '1,0,0,0,0,0,0')),
  dayOfMonth: fc.option(small),
  recurringLastDayOfMonth: fc.option(flag),
  monthlyRecurringType: fc.option(fc.constantFrom(0, 1, '0', '1')),
  patchTuesdayPlusXDays: fc.option(fc.constantFrom(-3, 3)),
  downloadRandomizeTime: fc.option(fc.constantFrom(0, 1)),
  downloadRandomizeTimeUnit: fc.option(unit),
  opportunisticDownloads: fc.option(flag),
  continueOnPatchFailure: fc.option(flag),
  isDynamicPatchesQQL: fc.option(flag),
  dynamicPatchesQQL: fc.option(text),
  dynamicQQLType: fc.option(fc.constantFrom(0, 1)),
  minimizeWindow: fc.option(fc.constantFrom(true, false, 'true', 'false')),
  customPatchURLId: fc.option(fc.oneof(fc.integer({ min: 0 }), fc.constant(BIG))),
  preDeployment: some({ ...words, deferment }),
  duringDeployment: some(words),
  postDeployment: some({
    suppressReboots: flag,
    rebootHonorOnUserLogin: flag,
    rebootOption: some({ ...words, deferment }),
    rebootCountdown: some({ ...words, ...span }),
    onComplete: some({ ...words, alwaysShowCompletedPrompt: flag }),
  }),
  notification: some({
    notificationTypes: some({ email: flag }),
    notificationConfigs: some({ recipientEmails: text, completedPercentage: fc.constantFrom(80, '80', 1) }),
    notificationEvents: some({ onJobStart: flag }),
  }),
  preDeployActions: actions,
  postDeployActions: actions,
  linkedJobId: fc.option(fc.constantFrom(PARENT_ID, PARENT_ID.toUpperCase())),
  chainedJobRule: fc.option(
    fc.constantFrom(30, '30', 60).map(
      (threshold): Value => [
        {
          field: 'postDeployAction',
          actionIds: [PARENT_ACTION_ID],
          threshold,
          condition: 'Post Actions were successfully executed',
        },
      ],
    ),
  ),
};

/** Any of the fields. */
export const someFields = fc
  .record(FIELDS, { requiredKeys: [] })
  .map((fields): Fields => JSON.parse(JSON.stringify(fields)));
/** What every job says. */
export const kinds = fc.record({
  platform: fc.constantFrom('Windows', 'Linux'),
  type: fc.constantFrom('Install', 'Rollback'),
  scheduleType: fc.constantFrom('On-demand', 'Once', 'Daily', 'Weekly', 'Monthly'),
});

/** What a file says of an action that its job has. */
export type ActionEdit =
  | 'keep'
  | 'without its id'
  | 'rename'
  | 'another script'
  | 'without a script'
  | 'another timeout'
  | 'remove';

export interface ListEdit {
  edits: ActionEdit[];
  /** The order of what is left. */
  order: number[];
  added: Fields[];
}

const listEdit: fc.Arbitrary<ListEdit> = fc.record({
  edits: fc.array(
    fc.constantFrom<ActionEdit>(
      ...([
        'keep',
        'keep',
        'without its id',
        'rename',
        'another script',
        'without a script',
        'another timeout',
        'remove',
      ] as const),
    ),
    { minLength: 3, maxLength: 3 },
  ),
  order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
  added: fc.array(action, { maxLength: 1 }).map((actions): Fields[] => JSON.parse(JSON.stringify(actions))),
});

/** How a file differs from the job that it was made of, list by list; undefined: it does not name that list. */
export const actionEdits = fc.record({
  preDeployActions: fc.option(listEdit, { nil: undefined }),
  postDeployActions: fc.option(listEdit, { nil: undefined }),
});

/** The actions of a stored job as a file has them that was edited so. */
export function editedActions(actions: readonly Fields[], { edits, order, added }: ListEdit): Fields[] {
  const left = actions.flatMap((stored, index): [Fields, number][] => {
    const edited = edit(stored, edits[index] ?? 'keep');
    return edited === undefined ? [] : [[edited, order.indexOf(index)]];
  });
  return [...left.sort(([, one], [, other]) => one - other).map(([edited]) => edited), ...added];
}

function edit(action: Fields, how: ActionEdit): Fields | undefined {
  const { actionId, script, ...rest } = action;
  const params =
    typeof rest.params === 'object' && rest.params !== null && !Array.isArray(rest.params) ? rest.params : {};
  switch (how) {
    case 'keep':
      return action;
    case 'without its id':
      return { ...rest, script: script ?? '' };
    case 'rename':
      return { ...action, params: { ...params, actionItem: 'renamed' } };
    case 'another script':
      return { ...action, script: 'ZWNobyA5OTk=' };
    case 'without a script':
      return { ...rest, actionId: actionId ?? '' };
    case 'another timeout':
      return { ...action, params: { ...params, timeout: 77 } };
    case 'remove':
      return undefined;
  }
}
