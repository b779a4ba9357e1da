import type { Field } from '../../schemas/fields.ts';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import { type Pointer, parent, valueAt } from '../../schemas/pointer.ts';
import { faultOfRecipients } from '../domain/email.ts';
import { faultOfChecksum, faultOfUuid } from '../domain/hexadecimal.ts';
import { linkedJobName, nameOfId } from '../domain/id-names.ts';
import { isPlaceholder } from '../domain/placeholder.ts';
import { SCHEDULE_FIELDS } from '../domain/schedule-fields.ts';
import { dateWords, timeWords } from '../domain/wall-words.ts';
import { dayList, daysOfFlags } from '../domain/week-days.ts';
import type { Facts } from '../facts.ts';
import { counted } from '../words.ts';
import { scheduleInWords, zoneInWords } from './schedule-in-words.ts';
import { scriptInWords } from './script-in-words.ts';

/** A value at its place in a job. */
export interface ValueInJob {
  pointer: Pointer;
  field: Field;
  value: unknown;
  job: JsonObject;
  facts: Facts;
}

/** What a value says, in words and Markdown; empty where it says no more than it shows. */
export function valueInWords(at: ValueInJob): string {
  const { pointer, field, value, job, facts } = at;
  if (parent(pointer) === '' && SCHEDULE_FIELDS.has(field.name)) {
    const own = value === undefined ? '' : scheduleFieldInWords(at);
    return [own, scheduleInWords(job, facts)].filter((part) => part !== '').join('\n\n');
  }
  if (Array.isArray(value)) return listInWords(value, field);
  if (typeof value === 'string') return textInWords(value, at);
  return typeof value === 'number' ? numberInWords(value, at) : '';
}

function scheduleFieldInWords({ field, value, facts }: ValueInJob): string {
  if (field.format === 'time-zone' && typeof value === 'string') return zoneInWords(value, facts);
  const days = field.format === 'week-days' ? daysOfFlags(value) : undefined;
  return days === undefined ? '' : `${capitalised(dayList(days))}.`;
}

function textInWords(value: string, at: ValueInJob): string {
  switch (at.field.format) {
    case 'base64':
      return scriptInWords(value, at);
    case 'sha256':
      return checksumInWords(value);
    case 'email-list':
      return recipientsInWords(value);
    case 'uuid':
      return idInWords(value, at);
    case 'percentage':
      return /^\d+$/.test(value) ? percentageInWords(Number(value), at) : '';
    default:
      return '';
  }
}

function numberInWords(value: number, at: ValueInJob): string {
  const { field, pointer, job } = at;
  if (field.format === 'percentage') return percentageInWords(value, at);
  if (pointer === '/timeout' && value === -1) return 'No limit.';
  if (field.name === 'date' && field.serverSet) return `${dateWords(value)}, ${timeWords(value)} UTC.`;
  const unit = valueAt(job, `${parent(pointer)}/${field.range?.unit ?? `${field.name}Unit`}`);
  return unit === 'HOURS' || unit === 'MINUTES' ? `${counted(value, unit.toLowerCase().slice(0, -1))}.` : '';
}

function percentageInWords(percentage: number, { pointer, field, job, facts }: ValueInJob): string {
  if (percentage < 1 || percentage > 100) return '';
  if (field.name !== 'threshold') return `The job counts as complete when ${percentage} % of its machines are done.`;
  const name = linkedJobName(job, facts);
  const actions = valueAt(job, `${parent(pointer)}/actionIds`);
  const count = Array.isArray(actions) ? actions.length : 0;
  const what = count === 1 ? 'the post action' : count > 1 ? `the ${count} post actions` : 'the post actions';
  const of = name === undefined ? 'the linked job' : `“${name}”`;
  return `Runs when at least ${percentage} % of the machines did ${what} of ${of} successfully.`;
}

function checksumInWords(checksum: string): string {
  if (checksum === '') return 'No checksum: the download is not checked.';
  const why = faultOfChecksum(checksum)?.why;
  return `${counted(checksum.length, 'character')} of 64${why === undefined ? ': a SHA-256.' : `. Not right: ${why}.`}`;
}

function recipientsInWords(text: string): string {
  if (text.trim() === '') return 'No recipient.';
  const count = text.split(',').filter((address) => address.trim() !== '').length;
  const fault = faultOfRecipients(text);
  return `${counted(count, 'recipient')}.${fault === undefined ? '' : ` Not right: ${fault}.`}`;
}

function idInWords(id: string, { job, facts }: ValueInJob): string {
  if (id === '') return '';
  const fault = faultOfUuid(id);
  if (fault !== undefined) return `Not a UUID: ${fault}.`;
  if (isPlaceholder(id)) return 'A placeholder: put the real id in its place.';
  const known = nameOfId(id, job, facts);
  return known === undefined ? '' : `**${escaped(known.name)}**, ${known.what}.`;
}

function listInWords(list: readonly unknown[], field: Field): string {
  const noun = field.item?.format === 'uuid' ? 'id' : 'entry';
  if (noun === 'id') return `${counted(list.length, 'id')}.`;
  const names = list.flatMap((item) => (isObject(item) && isObject(item.params) ? [item.params.actionItem] : []));
  const named = names.filter((name) => typeof name === 'string' && name !== '');
  return named.length === 0 ? '' : `${named.map((name) => `“${escaped(String(name))}”`).join(', then ')}.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A person's text inside Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
}
