import { json, ours } from './contestant.ts';
import type { Machine } from './machine.ts';
import type { Figure } from './result.ts';

/** The figures as a table, one block for each job. */
export function reportText(machine: Machine, rounds: number, figures: readonly Figure[]): string {
  const jobs = [...new Set(figures.map(({ job }) => job))];
  const blocks = jobs.map((job) =>
    block(
      job,
      figures.filter((figure) => figure.job === job),
    ),
  );
  return [machineLine(machine, rounds), ...blocks, verdict(figures)].join('\n\n');
}

function machineLine({ system, node, cores, processor, load }: Machine, rounds: number): string {
  return `${rounds} rounds on ${cores} cores (${processor}), ${system}, Node ${node}, load ${load.toFixed(1)}`;
}

function block(job: string, figures: readonly Figure[]): string {
  const head = line(`A job of ${job}`, ours.name, json.name, 'ratio', 'target', '');
  return [head, '-'.repeat(head.length), ...figures.map(lineOf)].join('\n');
}

function lineOf({ row, unit, ours, json, ratio, target, holds }: Figure): string {
  const verdict = holds === undefined ? '' : holds ? 'holds' : 'MISSED';
  const aim = target === undefined ? '' : `≤ ${target.toFixed(1)}`;
  return line(row, shown(ours, unit), shown(json, unit), `${ratio.toFixed(2)}×`, aim, verdict);
}

function line(name: string, ours: string, json: string, ratio: string, target: string, verdict: string): string {
  const cells = [name.padEnd(34), ours.padStart(12), json.padStart(14), ratio.padStart(8), target.padStart(8)];
  return `${cells.join(' ')}  ${verdict}`.trimEnd();
}

function shown(value: number, unit: Figure['unit']): string {
  const digits = unit === 'MB' ? 1 : value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`;
}

function verdict(figures: readonly Figure[]): string {
  const aimed = figures.filter(({ holds }) => holds !== undefined);
  const missed = aimed.filter(({ holds }) => holds === false);
  if (missed.length === 0) return `All ${aimed.length} targets hold.`;
  const named = missed.map(
    ({ job, row, ratio, target }) => `  ${job}: ${row}, ${ratio.toFixed(2)}× instead of ${target}×`,
  );
  return [`${missed.length} of ${aimed.length} targets are missed:`, ...named].join('\n');
}
