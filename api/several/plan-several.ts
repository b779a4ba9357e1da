import { ApiError } from '../failure.ts';
import { jobOfText } from '../job/job-of-text.ts';
import { readLinks } from '../link/links.ts';
import { progressOf } from '../push/ending.ts';
import type { Outcome, StateFailure } from '../push/outcome.ts';
import { isJobThere } from '../push/parent.ts';
import { type Prepared, preparePush } from '../push/prepare.ts';
import { StateError } from '../state-error.ts';
import { type Answers, askedOnce } from './asked-once.ts';
import { bounded } from './bounded.ts';
import { type Chained, circlesIn, parentsFirst, parentsOf } from './chains.ts';
import { clashes } from './clashes.ts';
import type { Entry, SeveralFile, SeveralPlan } from './several.ts';

/** Files that are looked at and planned at the same time. */
const AT_ONCE = 4;

/**
 * Plans files that are pushed together: each as `preparePush` does, and then what they have to do with each other. Of
 * two that are the same job, or would create jobs of one name, none is sent; a linked job goes before those that wait
 * for it. `planned` is told of each file that is done. Sends nothing but GETs; never rejects for what the platform, the
 * disk or the person did.
 */
export async function planSeveral(
  files: readonly SeveralFile[],
  signal: AbortSignal,
  planned: (file: SeveralFile) => void = () => undefined,
): Promise<SeveralPlan> {
  const once = eachOnce(files);
  const answers: Answers = new Map();
  const place = bounded(AT_ONCE);
  const prepared = await Promise.all(
    once.map((file) =>
      place(async () => {
        const result = await prepareOne(file, answers, signal);
        planned(file);
        return result;
      }),
    ),
  );
  const chained = await Promise.all(once.map((file, index) => chainedOf(file, prepared[index])));
  const parents = await Promise.all(
    parentsOf(chained).map(async (parent, index) => {
      const one = { file: once[index], prepared: prepared[index], linkedJobId: chained[index]?.linkedJobId };
      return parent !== undefined && (await isHereAnyway(one, prepared[parent], answers, signal)) ? undefined : parent;
    }),
  );
  return { entries: withoutClashes(once, prepared, parents, chained) };
}

/** A file that is created anew was its linked job elsewhere; this platform may have a job of that id as well. */
async function isHereAnyway(
  child: { file: SeveralFile | undefined; prepared: Prepared | undefined; linkedJobId: string | undefined },
  parent: Prepared | undefined,
  answers: Answers,
  signal: AbortSignal,
): Promise<boolean> {
  const { file, linkedJobId } = child;
  if (parent?.kind !== 'plan' || parent.plan.action !== 'create' || child.prepared?.kind !== 'plan') return false;
  if (file === undefined || linkedJobId === undefined) return false;
  try {
    return await isJobThere(
      askedOnce(file.dependencies.session, answers, () => false),
      linkedJobId,
      signal,
    );
  } catch (error) {
    // Where it cannot be told, the file waits for the id.
    if (error instanceof ApiError) return false;
    throw error;
  }
}

function eachOnce(files: readonly SeveralFile[]): SeveralFile[] {
  const seen = new Map<string, SeveralFile>();
  for (const file of files) if (!seen.has(file.identity)) seen.set(file.identity, file);
  return [...seen.values()];
}

async function prepareOne(
  { request, dependencies, unreadable }: SeveralFile,
  answers: Answers,
  signal: AbortSignal,
): Promise<Prepared> {
  if (unreadable !== undefined) return { kind: 'stopped', outcome: unreadable };
  let isSettling = false;
  const session = askedOnce(dependencies.session, answers, () => isSettling);
  return preparePush(
    request,
    {
      ...dependencies,
      session,
      progress(step) {
        isSettling = step === 'settling';
        dependencies.progress(step);
      },
    },
    signal,
  );
}

/** The job that the file is here, where that is known; else every job that it may be, here or elsewhere. */
async function chainedOf({ request, dependencies }: SeveralFile, prepared: Prepared | undefined): Promise<Chained> {
  const body = jobOfText(request.file.text) ?? {};
  const linkedJobId = textOf(body.linkedJobId);
  const here = prepared === undefined ? undefined : idOf(prepared);
  const ids = here === undefined ? [...(await linkedIds(request.file.path, dependencies)), textOf(body.id)] : [here];
  return {
    ids: ids.filter((id) => id !== undefined),
    ...(linkedJobId === undefined ? {} : { linkedJobId }),
  };
}

async function linkedIds(path: string, { state }: SeveralFile['dependencies']): Promise<string[]> {
  try {
    return (await readLinks(state)).filter(({ file }) => file === path).map(({ id }) => id);
  } catch (error) {
    // The file has stopped for it already.
    if (error instanceof StateError) return [];
    throw error;
  }
}

function idOf(prepared: Prepared): string | undefined {
  return prepared.kind === 'plan' ? prepared.plan.id : prepared.outcome.id;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The entries, with every file stopped that cannot go with the others, parents before their children. */
function withoutClashes(
  files: readonly SeveralFile[],
  prepared: readonly Prepared[],
  parents: readonly (number | undefined)[],
  chained: readonly Chained[],
): Entry[] {
  const failures = new Map(clashes(files, prepared));
  for (const circle of circlesIn(parents)) {
    const names = circle.map((index) => files[index]?.name ?? '');
    for (const [place, index] of circle.entries())
      if (prepared[index]?.kind === 'plan' && !failures.has(index))
        failures.set(index, { kind: 'chain-in-circle', files: [...names.slice(place), ...names.slice(0, place)] });
  }
  const entries: Entry[] = [];
  for (const index of parentsFirst(parents)) {
    const [file, one] = [files[index], prepared[index]];
    if (file === undefined || one === undefined) continue;
    const failure = failures.get(index);
    const parent = parents[index];
    entries[index] =
      failure === undefined
        ? entryOf(file, one, parent, parent === undefined ? undefined : entries[parent], chained[index])
        : { file, kind: 'stopped', outcome: failed(one, failure) };
  }
  return entries;
}

/** The entry of a file, given that of its linked job. */
function entryOf(
  file: SeveralFile,
  prepared: Prepared,
  after: number | undefined,
  parent: Entry | undefined,
  { linkedJobId = '' }: Chained = { ids: [] },
): Entry {
  if (after === undefined || parent === undefined) return { file, ...prepared };
  const isCreated = parent.kind === 'plan' && parent.plan.action === 'create';
  const lacks = isCreated ? { lacksIdOf: after } : {};
  if (prepared.kind === 'stopped') {
    const { outcome } = prepared;
    const isElsewhere = outcome.kind === 'failed' && outcome.failure.kind === 'parent-elsewhere';
    return { file, ...prepared, ...(isElsewhere ? lacks : {}) };
  }
  if (isCreated) {
    const failure = { kind: 'parent-created', id: linkedJobId, file: parent.file.name } as const;
    return { file, kind: 'stopped', outcome: failed(prepared, failure), ...lacks };
  }
  if (parent.kind === 'plan') return { file, ...prepared, after };
  switch (parent.outcome.kind) {
    case 'unchanged':
      return { file, ...prepared };
    case 'cancelled':
      return { file, kind: 'stopped', outcome: { ...progressOf(prepared.plan), kind: 'cancelled' } };
    default:
      return {
        file,
        kind: 'stopped',
        outcome: failed(prepared, { kind: 'parent-not-pushed', file: parent.file.name }),
      };
  }
}

/** Nothing is sent, whatever the file alone would have come to. */
function failed(prepared: Prepared, failure: StateFailure): Outcome {
  const progress = prepared.kind === 'plan' ? progressOf(prepared.plan) : prepared.outcome;
  const { path, target, id, changes, notes } = progress;
  return {
    path,
    ...(target === undefined ? {} : { target }),
    ...(id === undefined ? {} : { id }),
    changes,
    notes,
    kind: 'failed',
    failure,
  };
}
