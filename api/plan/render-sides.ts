import { rootField } from '../../schemas/fields.ts';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { maskedAddress } from '../../schemas/masked-address.ts';
import { fingerprint } from '../fingerprint.ts';
import { actionKey } from '../job/by-action.ts';
import { writeJson } from '../job/exact-number.ts';
import { scriptText } from '../job/script-text.ts';
import { isScriptText, isServerPath } from '../job/scripts.ts';
import { ACTION_LISTS, SCRIPT_FIELDS } from '../job/server-fields.ts';
import { inDocumentedOrder } from '../order.ts';
import { ADDRESS, withSecrets } from './conceal.ts';
import { labelOf } from './label.ts';
import { oneLine } from './one-line.ts';
import type { Plan } from './plan.ts';
import { renderValue } from './render-value.ts';
import { nameTarget } from './target-text.ts';

/** A plan as two texts to be compared. Scripts are in `scripts` alone: in the texts stands their size and hash. */
export interface RenderedSides {
  /** The job as it is; undefined for a create. JSON with comments, as `after`. */
  before: string | undefined;
  /** The job as it will be. */
  after: string;
  scripts: ScriptChange[];
}

/** A script that comes, goes or changes, in its own lines. It is shown to the person who asks for it, and nowhere else. */
export interface ScriptChange {
  label: string;
  /** `ps`, `sh`, …: the field `scriptType` of its action. */
  type: string;
  /** Undefined: there is none. */
  before: string | undefined;
  after: string | undefined;
}

/** Both sides of a plan. The comments above the job are the same on both, so that what differs is what changes. */
export async function renderSides(plan: Plan): Promise<RenderedSides> {
  const { before, after } = plan.sides;
  const scripts = ACTION_LISTS.flatMap((list) => scriptChanges(list, before ?? {}, after));
  const heading = headingOf(plan, scripts);
  return {
    before: before && (await render(before, heading, maskedAddress)),
    after: await render(after, heading, addressAfter(before ?? {})),
    scripts,
  };
}

function headingOf(plan: Plan, scripts: ScriptChange[]): string[] {
  const job = plan.id === undefined ? 'A new job' : `The job ${plan.id}`;
  return [
    `// ${job} on ${nameTarget(plan.target)}, from ${oneLine(plan.file.path)}`,
    ...(scripts.length === 0
      ? []
      : ['// Scripts are shown by their size; “PM Job: Show Changed Scripts” shows their lines.']),
    ...plan.notes.map(({ message }) => `// Note: ${oneLine(message)}`),
  ];
}

async function render(job: JsonObject, heading: string[], address: (text: string) => string): Promise<string> {
  const ordered = inDocumentedOrder(job, rootField);
  const readable = (await withSecrets(ordered, '', { script: sizeOf, address })) ?? null;
  return `${[...heading, writeJson(readable, 2)].join('\n')}\n`;
}

/** Addresses that differ in their password or key alone must not look the same on both sides. */
function addressAfter(before: JsonObject): (text: string) => string {
  const was = addressesIn(before);
  const looks = new Set([...was].map(maskedAddress));
  return (text) => {
    const masked = maskedAddress(text);
    return looks.has(masked) && !was.has(text) ? `${masked} with another password or key` : masked;
  };
}

function addressesIn(value: Json, key = ''): Set<string> {
  if (typeof value === 'string') return new Set(key === ADDRESS ? [value] : []);
  if (Array.isArray(value)) return new Set(value.flatMap((entry) => [...addressesIn(entry, key)]));
  if (!isObject(value)) return new Set();
  return new Set(Object.entries(value).flatMap(([name, inner]) => [...addressesIn(inner, name)]));
}

async function sizeOf(value: Json): Promise<Json> {
  if (isScriptText(value)) return renderValue({ ...(await fingerprint(value)) });
  return isServerPath(value) ? NOT_KNOWN : '';
}

const NOT_KNOWN = 'a script that is not known here';

function scriptChanges(list: (typeof ACTION_LISTS)[number], before: JsonObject, after: JsonObject): ScriptChange[] {
  const [was, becomes] = [actionsByKey(before, list), actionsByKey(after, list)];
  return [...new Set([...becomes.keys(), ...was.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), becomes.get(key)];
    return SCRIPT_FIELDS.flatMap((field): ScriptChange[] => {
      const [one, other] = [readable(old?.action[field]), readable(now?.action[field])];
      if (one === other) return [];
      const label = labelOf(`/${list}/${now?.index ?? old?.index ?? 0}/${field}`);
      const type = now?.action.scriptType ?? old?.action.scriptType;
      return [{ label, type: typeof type === 'string' ? type : '', before: one, after: other }];
    });
  });
}

function readable(script: Json | undefined): string | undefined {
  if (isScriptText(script)) return scriptText(script);
  return isServerPath(script) ? `(${NOT_KNOWN})\n` : undefined;
}

function actionsByKey(job: JsonObject, list: string): Map<string, { action: JsonObject; index: number }> {
  const actions = job[list];
  const entries = (Array.isArray(actions) ? actions : []).flatMap(
    (action, index): [string, { action: JsonObject; index: number }][] =>
      isObject(action) ? [[actionKey(action, index), { action, index }]] : [],
  );
  return new Map(entries);
}
