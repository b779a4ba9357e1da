import { isSameName } from '../operations/list-jobs.ts';
import type { StateFailure } from '../push/outcome.ts';
import type { Prepared } from '../push/prepare.ts';
import type { SeveralFile } from './several.ts';

/** The files that cannot go together, by their indices, with why: the same job twice, or two new jobs of one name. */
export function clashes(
  files: readonly SeveralFile[],
  prepared: readonly Prepared[],
): (readonly [number, StateFailure])[] {
  return [...sameJob(files, prepared), ...sameName(files, prepared)];
}

function sameJob(files: readonly SeveralFile[], prepared: readonly Prepared[]): [number, StateFailure][] {
  const jobs = new Map<string, number[]>();
  for (const [index, one] of prepared.entries()) {
    const id = jobOf(one)?.toLowerCase();
    if (id !== undefined) jobs.set(id, [...(jobs.get(id) ?? []), index]);
  }
  return [...jobs].flatMap(([id, group]) =>
    // Two files that both say what is there already send nothing.
    group.length > 1 && group.some((index) => prepared[index]?.kind === 'plan')
      ? group.map((index): [number, StateFailure] => [
          index,
          { kind: 'same-job', id, others: others(group, index, files) },
        ])
      : [],
  );
}

function jobOf(prepared: Prepared): string | undefined {
  if (prepared.kind === 'plan') return prepared.plan.id;
  return prepared.outcome.kind === 'unchanged' ? prepared.outcome.id : undefined;
}

/** A create whose answer is lost is found again by its name: two of one name could be taken for each other. */
function sameName(files: readonly SeveralFile[], prepared: readonly Prepared[]): [number, StateFailure][] {
  const creates = prepared.flatMap((one, index) =>
    one.kind === 'plan' && one.plan.action === 'create' ? [{ index, name: one.plan.jobName }] : [],
  );
  return creates.flatMap(({ index, name }): [number, StateFailure][] => {
    const group = creates
      .filter((other) => isSameName(other.name, name) || isSameName(name, other.name))
      .map((other) => other.index);
    return group.length < 2 ? [] : [[index, { kind: 'same-name-together', name, others: others(group, index, files) }]];
  });
}

function others(group: readonly number[], index: number, files: readonly SeveralFile[]): string[] {
  return group.filter((other) => other !== index).map((other) => files[other]?.name ?? '');
}
