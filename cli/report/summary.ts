import type { Colours } from '../environment.ts';
import type { JudgedFile } from './report.ts';

/** `2 errors, 1 warning in 1 file`; what there is none of is not mentioned. */
export function summary(files: readonly JudgedFile[], colours: Colours): string {
  const found = files.flatMap((file) => file.diagnostics);
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const warnings = found.filter(({ severity }) => severity === 'warning').length;
  const remarks = found.length - errors - warnings;
  const counts = [count(errors, 'error'), count(warnings, 'warning'), count(remarks, 'remark')].filter(
    (text) => text !== undefined,
  );
  const affected = files.filter((file) => file.diagnostics.length > 0).length;
  if (counts.length === 0) return colours.green(`no problems in ${count(files.length, 'file') ?? 'no file'}`);
  const text = `${counts.join(', ')} in ${count(affected, 'file') ?? 'no file'}`;
  return errors > 0 ? colours.red(text) : warnings > 0 ? colours.yellow(text) : text;
}

function count(number: number, noun: string): string | undefined {
  if (number === 0) return undefined;
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
