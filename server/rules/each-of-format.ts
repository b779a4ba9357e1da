import { type FieldFormat, rootField } from '../../schemas/fields.ts';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';
import { once } from '../document/once.ts';
import { type Branch, branchTo } from './branch.ts';

/**
 * Visits each text in a job whose field has that format; an empty text counts as absent and is left out, and so is what
 * the server alone sets. The pointer is made when asked for, during the visit: lists hold 100,000 ids.
 */
export function eachOfFormat(
  job: JsonObject,
  format: FieldFormat,
  visit: (text: string, at: () => Pointer) => void,
): void {
  visitObject(job, branches[format](), ROOT);

  function visitObject(value: JsonObject, branch: Branch, at: Pointer): void {
    for (const known of branch.children) {
      const { name } = known.field;
      if (Object.hasOwn(value, name)) visitValue(value[name], known, () => child(at, name));
    }
  }

  function visitValue(value: unknown, branch: Branch, at: () => Pointer): void {
    if (typeof value === 'string') {
      if (branch.wanted && value !== '') visit(value, at);
    } else if (Array.isArray(value) && branch.item !== undefined) {
      let index = 0;
      const atItem = (): Pointer => child(at(), index);
      for (; index < value.length; index++) visitValue(value[index], branch.item, atItem);
    } else if (isObject(value)) visitObject(value, branch, at());
  }
}

const branches = {
  uuid: toFormat('uuid'),
  'start-date-time': toFormat('start-date-time'),
  sha256: toFormat('sha256'),
  'email-list': toFormat('email-list'),
  url: toFormat('url'),
  base64: toFormat('base64'),
  'time-zone': toFormat('time-zone'),
  'week-days': toFormat('week-days'),
  percentage: toFormat('percentage'),
  qql: toFormat('qql'),
} satisfies Record<FieldFormat, () => Branch>;

/** The `id` of the job is the server's, and a person writes it in an update. */
function toFormat(format: FieldFormat): () => Branch {
  const ids = rootField.children.filter(({ name }) => name === 'id');
  return once(() =>
    branchTo(
      (field) => field.format === format && (!field.serverSet || ids.includes(field)),
      ({ serverSet }) => serverSet,
    ),
  );
}
