import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../api/plan/plan.ts';
import { undiciTransport } from '../../api/transport/undici.ts';
import { type Speaking, sandboxFor } from '../sandbox/support.ts';
import { isFuzzing, propertyRuns } from '../support/property-runs.ts';
import { actionEdits, editedActions, type Fields, kinds, someFields, textOf } from './properties/generated-jobs.ts';
import { actionsOf, changedPlaces, FILLED_IN, type Happened, leaves, stored } from './properties/stored-jobs.ts';
import { type Desk, deskFor, temporaryFolder } from './support.ts';

/**
 * Over any job and any file: what a push changes on the platform is what its plan said, no more and no less. What is
 * there is read from the sandbox's own file and compared by code of this test alone.
 */
test('a push changes exactly what its plan shows', async () => {
  const stateFile = join(await temporaryFolder(), 'sandbox.json');
  const sandbox = await sandboxFor({ stateFile });
  // Slow is not wrong here.
  const transport = undiciTransport();
  const ended: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(
      kinds,
      someFields,
      fc.oneof(someFields, fc.constant({})),
      actionEdits,
      fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: someFields }),
      fc.constantFrom('same folder', 'new clone'),
      async (kind, first, second, edits, meanwhile, where) => {
        const desk = await deskFor({ sandbox, transport });
        const job: Fields = { name: 'A generated job', startDateTime: '2030-01-08 08:00:00 AM', ...kind, ...first };
        const { id = '', ...created } = await desk.push(textOf(withoutOrphans(job)), { allowErrors: true });
        expect(created).toMatchObject({ kind: 'created' });
        const there = await stored(stateFile, id);
        if (meanwhile !== null) await changeMeanwhile(sandbox, there, meanwhile);
        const file: Fields = { id, ...second, ...actionsIn(there, edits) };
        const later = where === 'same folder' ? desk : await deskFor({ sandbox, transport });
        const outcome = await checkUpdate(later, stateFile, file, id);
        ended[outcome] = (ended[outcome] ?? 0) + 1;
        await sandbox.send('DELETE', '/pm/v1/deploymentjobs', { ids: [id] });
        for (const { folder } of new Set([desk, later])) await rm(folder, { recursive: true });
      },
    ),
    { ...propertyRuns(60), endOnFailure: true },
  );
  if (isFuzzing) console.log(ended);
  // Cases that all end before anything is sent would prove nothing.
  expect(ended.updated).toBeGreaterThan(10);
}, 7_200_000);

/** The rules of a chain without a parent are shown by no GET. */
function withoutOrphans({ chainedJobRule = null, ...job }: Fields): Fields {
  return typeof job.linkedJobId === 'string' ? { ...job, chainedJobRule } : job;
}

/** The lists of actions that the file names, made of those that the job has. */
function actionsIn(job: Fields, edits: Record<string, Parameters<typeof editedActions>[1] | undefined>): Fields {
  return Object.fromEntries(
    Object.entries(edits).flatMap(([list, edit]) =>
      edit === undefined ? [] : [[list, editedActions(actionsOf(job[list]), edit)]],
    ),
  );
}

/** Somebody else changes the job as a whole, with its scripts. */
async function changeMeanwhile(sandbox: Speaking, job: Fields, fields: Fields): Promise<void> {
  const { preDeployActions, postDeployActions, ...others } = fields;
  const answer = await sandbox.update(job.id, withoutOrphans({ ...job, ...others }));
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
}

async function checkUpdate(desk: Desk, stateFile: string, file: Fields, id: string): Promise<string> {
  const before = await stored(stateFile, id);
  const outcome = await desk.push(textOf(file), { allowErrors: true });
  const after = await stored(stateFile, id);
  if (outcome.kind === 'conflict' || outcome.kind === 'rejected') {
    expect(after).toEqual(before);
    return outcome.kind;
  }
  expect(['updated', 'unchanged']).toContain(outcome.kind);
  const happened = changedPlaces(before, after);
  const said = new Map(outcome.changes.map((change) => [change.pointer, change]));
  const hidden = [...happened.keys()].filter((place) => !said.has(place) && !FILLED_IN.test(place));
  // A script that nobody here knows may be the same, and a platform may make something else of a field; both are said.
  const doubted = outcome.notes
    .filter(({ code }) => code === 'script-not-known' || code === 'made-otherwise')
    .map(({ pointer }) => pointer);
  const untrue = [...said.keys()].filter((place) => !happened.has(place) && !doubted.includes(place));
  const otherwise = [...said.values()].filter(
    (change) => !doubted.includes(change.pointer) && !isAsSaid(change, happened.get(change.pointer)),
  );
  const unasked = [...said.keys()].filter((place) => !isNamed(place, file));
  expect({ hidden, untrue, otherwise, unasked }).toEqual({ hidden: [], untrue: [], otherwise: [], unasked: [] });

  const again = await desk.push(textOf(file), { allowErrors: true });
  // What the platform makes otherwise each time, the file says otherwise each time.
  if (!outcome.notes.some(({ code }) => code === 'made-otherwise'))
    expect({ again: again.kind, changes: again.changes }).toEqual({ again: 'unchanged', changes: [] });
  return outcome.kind;
}

/** Does the file say something of the field? Another parent takes the rules of the chain with the former one along. */
function isNamed(place: string, file: Fields): boolean {
  const [, name = ''] = place.split('/');
  return name in file || (name === 'chainedJobRule' && 'linkedJobId' in file);
}

/** Are the values of a change those that the platform had and has? */
function isAsSaid({ pointer, before, after, script }: Change, happened: Happened | undefined): boolean {
  if (happened === undefined || /^\/(pre|post)DeployActions$/.test(pointer)) return true;
  if (script === true)
    return isScript(after, happened.after) && (before === undefined || isScript(before, happened.before));
  return valueText(pointer, before) === happened.before && valueText(pointer, after) === happened.after;
}

function valueText(pointer: string, value: Change['before']): string | undefined {
  return value === undefined ? undefined : leaves(value, pointer).get(pointer);
}

function isScript(said: Change['before'], raw: string | undefined): boolean {
  if (said === undefined || raw === undefined) return said === raw;
  const sha256 = createHash('sha256')
    .update(Buffer.from(JSON.parse(raw), 'base64'))
    .digest('hex');
  return typeof said === 'object' && said !== null && !Array.isArray(said) && said.sha256 === sha256;
}
