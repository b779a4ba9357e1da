import { fieldAt } from '../../../schemas/fields.ts';
import type { Pointer } from '../../../schemas/pointer.ts';
import { faultOfRecipients } from '../../domain/email.ts';
import { faultOfChecksum, faultOfUuid } from '../../domain/hexadecimal.ts';
import { readStart } from '../../domain/start-date-time.ts';
import type { FormatProblem } from '../../schema/shape-problem.ts';
import { fieldName, shown } from '../../words.ts';
import { eachOfFormat } from '../each-of-format.ts';
import type { Finding, Rule } from '../rule.ts';

const badFormat: Rule = {
  code: 'bad-format',
  severity: 'error',
  title: 'The text does not have the form that the field needs',
  why: 'An id with a character too few, or a time in the 24-hour form, is refused with 2501 and no reason.',
  source: 'official documentation',
  check: (job) => {
    const findings = job.shape.flatMap((problem) => (problem.kind === 'format' ? fromShape(problem) : []));
    eachOfFormat(job.written, 'start-date-time', (text, at) => {
      const reading = readStart(text);
      if (reading.kind === 'wrong') findings.push(found(at(), text, reading.why, reading.right));
    });
    eachOfFormat(job.value, 'sha256', (text, at) => {
      const fault = faultOfChecksum(text);
      if (fault !== undefined) findings.push(found(at(), text, fault.why, fault.right));
    });
    return findings;
  },
  fix: ({ at, to }) =>
    to === undefined ? [] : [{ title: `Replace with ${shown(to)}`, safe: true, operations: [{ set: at, value: to }] }],
};
export default badFormat;

/** What is read more exactly than by a pattern, above or by a rule of its own, is left out here. */
function fromShape({ pointer, found: text, format }: FormatProblem): Finding[] {
  switch (format) {
    case 'uuid':
      return [found(pointer, text, faultOfUuid(text) ?? 'this is no UUID')];
    case 'email-list':
      return [found(pointer, text, faultOfRecipients(text) ?? 'this is no list of addresses')];
    case 'percentage':
      return [found(pointer, text, 'a percentage is a whole number from 1 to 100')];
    case 'week-days':
      return [found(pointer, text, 'the form is seven flags, 0 or 1, by commas; the first is Sunday')];
    case 'url':
      return [found(pointer, text, 'an address begins with https:// and has no blanks')];
    case 'start-date-time':
    case 'sha256':
    case 'base64':
    case 'time-zone':
    case 'qql':
      return [];
  }
}

function found(at: Pointer, text: string, why: string, right?: string): Finding {
  return {
    at,
    part: 'value',
    message: `${fieldName(at)} is ${shown(text)}: ${why}.`,
    ...(fieldAt(at)?.source.includes('I') && { severity: 'warning' }),
    ...(right !== undefined && { to: right }),
  };
}
