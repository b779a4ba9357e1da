import { isObject, type Json, type JsonObject } from '../../../schemas/json.ts';
import { type Pointer, parent, segments, valueAt } from '../../../schemas/pointer.ts';
import { actionsOf } from '../../domain/actions.ts';
import { encodeScript } from '../../domain/script.ts';
import { fieldName, shown } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Finding, Job, Rule } from '../rule.ts';

const actionFields: Rule = {
  code: 'action-fields',
  severity: 'warning',
  title: 'An action lacks what it needs to do something',
  why: 'An action has a kind and a name; a script needs its text and its language, an installation needs the address to fetch from.',
  source: 'inferred',
  check: (job) => {
    const misplaced = misplacedIn(job);
    return actionsOf(job.value).flatMap(({ value, at }) =>
      needsOf(value, job.value.platform).flatMap((need) =>
        misplaced.has(at + need.path) ? [] : (lacking(value, at, need) ?? []),
      ),
    );
  },
  fix: ({ absent, to }) => {
    if (absent === undefined || to === undefined) return [];
    const title = `Insert "${segments(absent).at(-1)}": ${shown(to)}`;
    return [{ title, safe: false, operations: [{ set: absent, value: to }] }];
  },
};
export default actionFields;

/** Where fields belong that stand elsewhere: `misplaced-field` says so. */
function misplacedIn({ value, shape }: Job): ReadonlySet<Pointer> {
  const places = new Set<Pointer>();
  for (const problem of shape) {
    const [place, another] = problem.kind === 'misplaced' ? problem.places : [];
    if (place !== undefined && another === undefined && !isAbsent(valueAt(value, problem.pointer))) places.add(place);
  }
  return places;
}

/** A field of an action, below its pointer; why it is needed; what to put there, where that is known. */
interface Need {
  path: Pointer;
  reason: string;
  insert?: Json;
}

function needsOf(action: JsonObject, platform: Json | undefined): Need[] {
  const kind = kindMeant(action);
  const needs: Need[] = [
    {
      path: '/action',
      reason: 'it says what is done: "Run Script" or "Install Software"',
      ...(kind && { insert: kind }),
    },
    { path: '/params/actionItem', reason: 'it is the name of the action', insert: 'Name of the action' },
  ];
  if (action.action === 'Run Script') {
    const language = LANGUAGES.get(platform);
    if (isAbsent(action.defaultScriptType)) {
      needs.push({ path: '/script', reason: 'it is the script, as base64', insert: PLACEHOLDER });
    }
    needs.push({
      path: '/scriptType',
      reason: 'it is the language of the script: "ps" (PowerShell) or "sh" (shell)',
      ...(language !== undefined && { insert: language }),
    });
  }
  if (action.action === 'Install Software') {
    needs.push({ path: '/params/downloadURL', reason: 'the installer is fetched from there', insert: ADDRESS });
  }
  return needs;
}

const LANGUAGES = new Map<Json | undefined, string>([
  ['Windows', 'ps'],
  ['Linux', 'sh'],
]);

/** A comment in both languages: it does nothing when it is pushed by mistake. */
const PLACEHOLDER = encodeScript('# Put the script here.\n');

const ADDRESS = 'https://downloads.example.com/setup.exe';

/** The kind of an action that does not say it, where its other fields leave no doubt. */
function kindMeant({ params, script, scriptType }: JsonObject): string | undefined {
  if (isObject(params) && !isAbsent(params.downloadURL)) return 'Install Software';
  return !isAbsent(script) && !isAbsent(scriptType) ? 'Run Script' : undefined;
}

function lacking(action: JsonObject, at: Pointer, { path, reason, insert }: Need): Finding | undefined {
  const absent = at + path;
  const [first = '', second] = segments(path);
  const holder = second === undefined ? action : action[first];
  if (holder !== undefined && !isObject(holder)) return undefined;
  const key = second ?? first;
  const found = holder?.[key];
  if (!isAbsent(found)) return undefined;
  const message = `${fieldName(at)} needs "${path.slice(1).replace('/', '.')}": ${reason}.`;
  const rest = { of: 'absence', absent, message, ...(insert !== undefined && { to: insert }) } as const;
  if (found !== undefined) return { at: absent, part: 'value', ...rest };
  return { at: holder === undefined ? at : parent(absent), part: 'key', ...rest };
}
