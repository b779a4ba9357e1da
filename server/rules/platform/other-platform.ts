import type { Field } from '../../../schemas/fields.ts';
import { type Pointer, parent, segments, valueAt } from '../../../schemas/pointer.ts';
import { fieldName, shown } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import { eachField, fieldsThat } from '../each-field.ts';
import type { Finding, Fix, Job } from '../rule.ts';

type Platform = NonNullable<Field['platform']>;

/** The fields that only machines of one platform read, in a job for the other; false counts as unset there. */
export function fieldsOfOtherPlatform({ value: job }: Job, only: Platform): Finding[] {
  const other: Platform = only === 'Windows' ? 'Linux' : 'Windows';
  if (job.platform !== other) return [];
  const findings: Finding[] = [];
  eachField(job, FIELDS_OF[only], (value, at) => {
    if (isAbsent(value) || value === false) return;
    const message = `${fieldName(at)} is for ${only} machines; platform is ${shown(other)}, where it does nothing. Remove it, or change the platform.`;
    findings.push({ at, part: 'key', message });
  });
  return findings;
}

const FIELDS_OF = {
  Windows: fieldsThat(({ platform }) => platform === 'Windows'),
  Linux: fieldsThat(({ platform }) => platform === 'Linux'),
};

/** Takes the field away, unless its action would do nothing at all then. */
export function removeField({ at }: Finding, job: Job): Fix[] {
  if (at.endsWith('/defaultScriptType') && !hasScript(job, parent(at))) return [];
  return [{ title: `Remove "${segments(at).at(-1)}"`, safe: false, operations: [{ remove: at }] }];
}

function hasScript({ value: job }: Job, action: Pointer): boolean {
  const script = valueAt(job, `${action}/script`);
  return typeof script === 'string' && script.trim() !== '';
}
