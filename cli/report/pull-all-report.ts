import { writeJson } from '../../api/job/exact-number.ts';
import { describePulled, type ShowPath, sayPulled } from '../../api/pull-all/render-text.ts';
import type { PullResult } from '../../api/pull-all/write-all.ts';
import type { Output } from '../environment.ts';
import { printable } from '../printable.ts';

interface Report {
  /** What became of each file when all jobs were pulled. */
  ended(results: readonly PullResult[], gone: readonly string[], show: ShowPath, output: Output): void;
  /** Nothing was pulled. A person reads why beside the result. */
  stopped(why: string, output: Output): void;
}

export const pullAllReports = {
  text: { ended: text, stopped: () => undefined },
  json: { ended: json, stopped: (error, { print }) => print(writeJson({ files: [], gone: [], error })) },
} satisfies Record<string, Report>;

export type PullAllFormat = keyof typeof pullAllReports;

function text(results: readonly PullResult[], _gone: readonly string[], show: ShowPath, { print }: Output): void {
  for (const result of results) {
    print(printable(describePulled(result, show)).replaceAll('\n', ' '));
    if (result.kind === 'kept' && result.why === 'edited') print('  --overwrite replaces such files too.');
  }
  print(results.length === 0 ? 'There is no job.' : `${sayPulled(results)}.`);
}

/** `{"files":[{"path","id","name","outcome","notes","error"?}],"gone":[…],"error"?}`, the last when nothing was pulled. */
function json(results: readonly PullResult[], gone: readonly string[], show: ShowPath, { print }: Output): void {
  const files = results.map((result) => ({
    path: show(result.path),
    id: result.id,
    name: result.name,
    outcome: result.kind,
    notes: 'notes' in result ? result.notes : [],
    ...(result.kind === 'kept' || result.kind === 'failed' ? { error: describePulled(result, show) } : {}),
  }));
  print(writeJson({ files, gone: gone.map(show) }));
}
