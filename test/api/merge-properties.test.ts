import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise } from '../../api/job/normalise.ts';
import { pulledBody } from '../../api/job/pulled-body.ts';
import { mergeJob } from '../../api/merge/merge-job.ts';
import { mergeText } from '../../api/merge/merge-text.ts';
import { tellMerge } from '../../api/merge/told.ts';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { objects, sample } from '../sandbox/support.ts';
import { propertyRuns } from '../support/property-runs.ts';

const LEAVES: [path: string[], values: Json[]][] = [
  [['description'], ['one', 'two', 'three']],
  [['timeout'], [5, 6, 7]],
  [
    ['postDeployment', 'rebootCountdown', 'interval'],
    [20, 21, 22],
  ],
  [
    ['postDeployment', 'onComplete', 'userMessage'],
    ['one', 'two', 'three'],
  ],
  [
    ['notification', 'notificationConfigs', 'completedPercentage'],
    [70, 71, 72],
  ],
  [
    ['chainedJobRule', '0', 'threshold'],
    [50, 51, 52],
  ],
];
const ID_LISTS = ['assetIds', 'exclusionTagIds', 'approvedPatches'];
const IDS = [1, 2, 3, 4].map((digit) => `0000000${digit}-0000-4000-8000-000000000000`);
const ACTIONS = [1, 2, 3, 4].map((digit) => `a000000${digit}-0000-4000-8000-000000000000`);

/** One side's word on everything that the generator varies. */
interface Side {
  leaves: Json[];
  ids: string[][];
  actions: { id: string; timeout: number }[];
}

const leaves = fc.tuple(...LEAVES.map(([, values]) => fc.constantFrom(...values)));
const ids = fc.array(fc.subarray(IDS, { minLength: 0 }), { minLength: ID_LISTS.length, maxLength: ID_LISTS.length });
const actions = fc
  .shuffledSubarray(ACTIONS)
  .chain((chosen) =>
    fc.tuple(...chosen.map((id) => fc.record({ id: fc.constant(id), timeout: fc.constantFrom(180, 181, 182) }))),
  );
const side: fc.Arbitrary<Side> = fc.record({ leaves, ids, actions });

/** A side that differs from the base here and there. */
function near(base: Side): fc.Arbitrary<Side> {
  const mixed = <T>(own: T, other: T, take: boolean): T => (take ? other : own);
  return fc.tuple(side, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 })).map(([other, take]) => ({
    leaves: base.leaves.map((value, at) => mixed(value, other.leaves[at] ?? null, take[at] ?? false)),
    ids: base.ids.map((list, at) => mixed(list, other.ids[at] ?? [], take[10 + at] ?? false)),
    actions: mixed(base.actions, other.actions, take[15] ?? false),
  }));
}

const three = side.chain((base) => fc.record({ base: fc.constant(base), server: near(base), file: near(base) }));
const layout = fc.constantFrom<(json: JsonObject) => string>(
  (json) => JSON.stringify(json),
  (json) => `${JSON.stringify(json, null, 2)}\n`,
  (json) => `${JSON.stringify(json, null, '\t')}\n`,
  (json) => JSON.stringify(json, null, 4).replaceAll('\n', '\r\n'),
  (json) => JSON.stringify(json, null, 1).replaceAll(/\n */g, ' '),
  (json) =>
    JSON.stringify(json, null, 2).replaceAll(
      /\[\s+("[^\]]*)\s+\]/g,
      (_, inner: string) => `[${inner.replaceAll(/\s+/g, ' ').trim()}]`,
    ),
);

/** The job as the server answers it. */
function answer(said: Side): JsonObject & { id: string } {
  const job: JsonObject = structuredClone(sample('create-windows-chained.response'));
  for (const [at, [path]] of LEAVES.entries()) {
    const whole = path[0] === 'chainedJobRule' ? ['linkedToJob', '0', ...path] : path;
    set(job, whole, said.leaves[at] ?? null);
  }
  for (const [at, list] of ID_LISTS.entries()) job[list] = said.ids[at]?.length ? (said.ids[at] ?? null) : null;
  job.postDeployActions = said.actions.map(({ id, timeout }) => ({
    actionId: id,
    // Each of a kind of its own: else one that another follows at its place counts as renamed.
    action: `Install ${id}`,
    actionType: 'postdeploy',
    params: { actionItem: id, downloadURL: 'https://example.com/x', timeout, downloadProtocol: 0, installMethod: 0 },
    actionLinkedToJob: false,
  }));
  return { ...job, id: String(job.id) };
}

/** The job as a file names it: a list of nothing is said too. */
function fileOf(said: Side): JsonObject {
  const body = pulledBody(answer(said));
  for (const list of ID_LISTS) body[list] ??= [];
  return body;
}

function set(holder: Json | undefined, [key = '', ...path]: string[], value: Json): void {
  if (Array.isArray(holder)) set(holder[Number(key)], path, value);
  else if (isObject(holder) && path.length === 0) holder[key] = value;
  else if (isObject(holder)) set(holder[key], path, value);
}

function at(value: Json | undefined, path: string[]): Json | undefined {
  return path.reduce<Json | undefined>((found, key) => {
    if (Array.isArray(found)) return found[Number(key)];
    return isObject(found) ? found[key] : undefined;
  }, value);
}

/** What a file says, read back without any word of the engine. */
function sideOf(text: string): Side {
  const job: JsonObject = JSON.parse(text);
  return {
    leaves: LEAVES.map(([path]) => at(job, path) ?? null),
    ids: ID_LISTS.map((list) => (Array.isArray(job[list]) ? job[list].map(String) : [])),
    actions: objects(job.postDeployActions).map(({ actionId, params }) => ({
      id: String(actionId),
      timeout: Number(isObject(params) ? params.timeout : Number.NaN),
    })),
  };
}

/** A text with every choice made. */
function choose(text: string, which: 'ours' | 'theirs'): string {
  return text.replaceAll(
    /^<<<<<<< .*(?:\r?\n)((?:(?!=======).*\r?\n)*)=======\r?\n((?:(?!>>>>>>>).*\r?\n)*)>>>>>>> .*(?:\r?\n)/gm,
    (_, ours: string, theirs: string) => (which === 'ours' ? ours : theirs),
  );
}

async function merge(text: string, base: Side, server: Side) {
  const sources = { file: JSON.parse(text), base: normalise(answer(base)), server: answer(server), known: {} };
  const { merged } = mergeJob(sources);
  const { taken, conflicts } = await tellMerge(merged);
  return { ...mergeText(text, merged, { ours: 'this file', theirs: 'example.com' }), taken, conflicts };
}

test('nothing of either side is lost, whichever side is chosen where both changed', async () => {
  await fc.assert(
    fc.asyncProperty(three, layout, async ({ base, server, file }, lay) => {
      const text = lay(fileOf(file));
      const merged = await merge(text, base, server);
      for (const which of ['ours', 'theirs'] as const) {
        const chosen = choose(merged.text, which);
        const result = sideOf(chosen);
        expect(result.leaves, 'leaves').toEqual(leavesWanted(base, server, file, which));
        expect(result.ids.map((list) => [...list].sort())).toEqual(idsWanted(base, server, file, which));
        expect(sorted(result.actions)).toEqual(sorted(actionsWanted(base, server, file, which)));

        // Whoever has chosen has nothing left to merge.
        const again = await merge(chosen, server, server);
        expect([again.text, again.taken, again.conflicts]).toEqual([chosen, [], []]);
      }
      if (merged.taken.length + merged.conflicts.length === 0) expect(merged.text).toBe(text);
      const markers = merged.text.split(/\r?\n/).filter((line) => /^(<{7} |={7}$|>{7} )/.test(line));
      expect(markers).toHaveLength(3 * merged.conflicts.length);
      expect(merged.choices.size).toBe(merged.conflicts.length);
    }),
    propertyRuns(150),
  );
});

function leavesWanted(base: Side, server: Side, file: Side, which: 'ours' | 'theirs'): Json[] {
  return base.leaves.map((before, index) =>
    threeWay(before, server.leaves[index] ?? null, file.leaves[index] ?? null, which),
  );
}

function threeWay<T>(before: T, there: T, here: T, which: 'ours' | 'theirs'): T {
  if (here === before) return there;
  if (there === before || here === there) return here;
  return which === 'ours' ? here : there;
}

function idsWanted(base: Side, server: Side, file: Side, which: 'ours' | 'theirs'): string[][] {
  return base.ids.map((before, index) => {
    const [there, here] = [server.ids[index] ?? [], file.ids[index] ?? []];
    const same = (one: string[], other: string[]) => [...one].sort().join() === [...other].sort().join();
    if (same(here, before)) return [...there].sort();
    if (same(there, before) || same(there, here)) return [...here].sort();
    if (there.length === 0 || here.length === 0) return [...(which === 'ours' ? here : there)].sort();
    const all = [...new Set([...here, ...there])];
    return all.filter((id) => !before.includes(id) || (here.includes(id) && there.includes(id))).sort();
  });
}

function actionsWanted(base: Side, server: Side, file: Side, which: 'ours' | 'theirs'): Side['actions'] {
  return ACTIONS.flatMap((id) => {
    const [before, there, here] = [base, server, file].map(
      (one) => one.actions.find((action) => action.id === id)?.timeout,
    );
    const timeout = threeWay(before, there, here, which);
    return timeout === undefined ? [] : [{ id, timeout }];
  });
}

function sorted(list: Side['actions']): Side['actions'] {
  return [...list].sort((one, other) => (one.id < other.id ? -1 : 1));
}
