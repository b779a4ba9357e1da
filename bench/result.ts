import type { BenchJob } from './jobs.ts';
import type { Samples } from './measures.ts';
import type { Both } from './round.ts';
import { percentile } from './statistics.ts';
import { type Row, rows } from './targets.ts';

/** One row of the report for one job: both figures, their ratio, and whether it is as small as aimed at. */
export interface Figure {
  job: string;
  row: string;
  unit: Row['unit'];
  ours: number;
  json: number;
  ratio: number;
  target?: number;
  holds?: boolean;
}

/** The figures of one job, the place of it in the list of jobs being that of its target. */
export function figuresOf({ name }: BenchJob, place: number, samples: Both<Samples>): Figure[] {
  return rows.flatMap((row) => {
    const ours = percentile(samples.ours[row.measure], row.share);
    const json = percentile(samples.json[row.measure], row.share);
    const ratio = ours / json;
    if (Number.isNaN(ratio)) return [];
    const target = row.targets?.[place];
    return {
      job: name,
      row: row.name,
      unit: row.unit,
      ours,
      json,
      ratio,
      ...(target !== undefined && { target, holds: ratio <= target }),
    };
  });
}
