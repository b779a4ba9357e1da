import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { undiciTransport } from '../../api/transport/undici.ts';
import { PARENT_ACTION_ID, PARENT_ID, sandboxFor } from '../sandbox/support.ts';
import { type Desk, deskFor, temporaryFolder } from './support.ts';

/**
 * Over any job and any file: what a push changes on the platform is what its plan said, no more and no less. What is
 * there is read from the sandbox's own file and compared by code of this test alone.
 */

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
type Fields = { [key: string]: Value };

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

const FIELDS: { [key: string]: fc.Arbitrary<unknown> } = {
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
  customPatchURLId: fc.option(fc.integer({ min: 0 })),
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

const someFields = fc.record(FIELDS, { requiredKeys: [] }).map((fields): Fields => JSON.parse(JSON.stringify(fields)));
const kinds = fc.record({
  platform: fc.constantFrom('Windows', 'Linux'),
  type: fc.constantFrom('Install', 'Rollback'),
  scheduleType: fc.constantFrom('On-demand', 'Once', 'Daily', 'Weekly', 'Monthly'),
});

/** The server's own, and what moves with every write. */
const SERVERS =
  /^\/(updatedBy|deletedBy|remediationQids|patchCount|applicableAssetCount)(\/|$)|^\/chainedJobRule\/\d+\/id$/;

test('a push changes exactly what its plan shows', async () => {
  const stateFile = join(await temporaryFolder(), 'sandbox.json');
  const sandbox = await sandboxFor({ stateFile });
  // Slow is not wrong here.
  const transport = undiciTransport();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(kinds, someFields, someFields, flag, async (kind, first, second, withBase) => {
      count += 1;
      const desk = await deskFor({ sandbox, transport });
      const job: Fields = { name: `Job ${count}`, startDateTime: '2030-01-08 08:00:00 AM', ...kind, ...first };
      // The rules of a chain without a parent are shown by no GET.
      if (job.linkedJobId === null || job.linkedJobId === undefined) delete job.chainedJobRule;
      const path = `job-${count}.pmjob.json`;
      const created = await desk.push(job, { path, allowErrors: true });
      expect(created).toMatchObject({ kind: 'created' });
      const later = withBase ? desk : await deskFor({ sandbox, transport });
      await checkUpdate(later, stateFile, { id: created.id ?? '', ...second }, path);
    }),
    { numRuns: 30, endOnFailure: true },
  );
}, 600_000);

async function checkUpdate(desk: Desk, stateFile: string, file: { id: string } & Fields, path: string): Promise<void> {
  const before = await stored(stateFile, file.id);
  const outcome = await desk.push(file, { path, allowErrors: true });
  const after = await stored(stateFile, file.id);
  if (outcome.kind === 'conflict' || outcome.kind === 'rejected') return expect(after).toEqual(before);
  expect(['updated', 'unchanged']).toContain(outcome.kind);
  const said = new Set(outcome.changes.map(({ pointer }) => pointer));
  const happened = changedPlaces(before, after);
  const hidden = [...happened].filter((place) => !said.has(place) && !FILLED_IN.test(place));
  // A script that nobody here knows may be the same; the plan says so.
  const doubted = outcome.notes.filter(({ code }) => code === 'script-not-known').map(({ pointer }) => pointer);
  const untrue = [...said].filter((place) => !happened.has(place) && !doubted.includes(place));
  expect({ hidden, untrue }).toEqual({ hidden: [], untrue: [] });
}

/** What the platform gives a new action by itself. */
const FILLED_IN = /Actions\/\d+\/(actionId|actionType|actionLinkedToJob|params\/timeout|params\/downloadProtocol)$/;

async function stored(stateFile: string, id: string): Promise<Fields> {
  const { jobs } = JSON.parse(await readFile(stateFile, 'utf8'));
  return jobs.find((job: Fields) => job.id === id);
}

function changedPlaces(before: Fields, after: Fields): Set<string> {
  const places = new Set<string>();
  for (const list of ['preDeployActions', 'postDeployActions']) {
    const [was, is] = [actionsOf(before[list]), actionsOf(after[list])];
    const [wasIds, isIds] = [was.map(idOf), is.map(idOf)];
    if (wasIds.some((id) => !isIds.includes(id))) places.add(`/${list}`);
    const stayed = isIds.filter((id) => wasIds.includes(id));
    if (stayed.join() !== wasIds.filter((id) => isIds.includes(id)).join()) places.add(`/${list}`);
    is.forEach((action, index) => {
      const other = was.find((one) => idOf(one) === idOf(action));
      addChanges(leaves(other ?? {}), leaves(action), `/${list}/${index}`, places);
    });
  }
  const rest = ({ preDeployActions, postDeployActions, ...others }: Fields) => leaves(others);
  addChanges(rest(before), rest(after), '', places);
  return places;
}

function addChanges(was: Map<string, string>, is: Map<string, string>, at: string, places: Set<string>): void {
  for (const place of new Set([...was.keys(), ...is.keys()]))
    if (was.get(place) !== is.get(place) && !SERVERS.test(`${at}${place}`)) places.add(`${at}${place}`);
}

/** Every value that says something, by its place; a list of texts is one value in which neither order nor case counts. */
function leaves(value: Value, at = '', found = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) {
    if (value.length > 0)
      found.set(
        at,
        value
          .map((entry) => entry.toLowerCase())
          .sort()
          .join(),
      );
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) leaves(inner, `${at}/${key}`, found);
  } else if (value !== null && value !== '') {
    const isId = typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value);
    const isNumber = /\/(monthlyRecurringType|dynamicQQLType|threshold)$/.test(at);
    found.set(at, isId ? value.toLowerCase() : isNumber ? String(value) : JSON.stringify(value));
  }
  return found;
}

function actionsOf(value: Value | undefined): Fields[] {
  return Array.isArray(value)
    ? value.filter((one): one is Fields => typeof one === 'object' && one !== null && !Array.isArray(one))
    : [];
}

function idOf({ actionId }: Fields): string {
  return String(actionId);
}
