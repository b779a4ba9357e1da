import { rootField } from '../../schemas/fields.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { isUpdate } from '../domain/update.ts';
import type { Facts } from '../facts.ts';
import type { Offer } from './completion-item.ts';
import { describeField } from './describe-field.ts';
import { type JobPlace, misfitOfValue } from './job-place.ts';
import { scheduleBlocks } from './schedule-blocks.ts';
import { blocksFor, entriesSnippet } from './value-snippet.ts';
import { plainText } from './without-snippet.ts';

/** The blocks that a key can begin with, but for the first, which the key itself brings. */
export function blockOffers(place: JobPlace, sort: string, comma: string): Offer[] {
  const { field } = place;
  return blocksFor(place)
    .slice(1)
    .map(({ label, description, insert, mark }, index) => ({
      label: `${field.name}: ${label}`,
      kind: 'block',
      insert: `${JSON.stringify(field.name)}: ${insert}${comma}`,
      detail: [field.title, ...(description === undefined ? [] : [description])].join(' · '),
      ...(mark !== undefined && { mark }),
      documentation: `${describeField(field)}\n\n${preview(`${JSON.stringify(field.name)}: ${insert}`)}`,
      sort: `${mark === undefined ? sort : `3${sort.slice(1)}`}b${index}`,
    }));
}

/** Whole schedules, beside `scheduleType`. */
export function scheduleOffers(job: JsonObject, present: ReadonlySet<string>, facts: Facts, comma: string): Offer[] {
  const field = rootField.children.find(({ name }) => name === 'scheduleType');
  if (field === undefined) return [];
  const order = String(field.order).padStart(3, '0');
  return scheduleBlocks(job, present, facts).map(({ label, scheduleType, entries }, index) => {
    const insert = entriesSnippet(entries);
    const mark = misfitOfValue(scheduleType, { pointer: '/scheduleType', field, job });
    return {
      label,
      kind: 'block',
      insert: `${insert}${comma}`,
      detail: field.title,
      ...(mark !== undefined && { mark }),
      search: `${label} scheduleType`,
      documentation: preview(insert),
      sort: `${mark !== undefined ? 3 : isUpdate(job) ? 1 : 0}${order}b${index}`,
    };
  });
}

function preview(snippet: string): string {
  return `\`\`\`json\n${plainText(snippet).replaceAll('\t', '  ')}\n\`\`\``;
}
