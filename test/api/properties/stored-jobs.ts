import { readFile } from 'node:fs/promises';
import type { Fields, Value } from './generated-jobs.ts';

/** What is on the platform, read from the sandbox's own file and compared by code that the engine does not know. */

/** The server's own, and what moves with every write. */
const SERVERS =
  /^\/(updatedBy|deletedBy|remediationQids|patchCount|applicableAssetCount)(\/|$)|^\/chainedJobRule\/\d+\/id$/;

/** What the platform gives a new action by itself. */
export const FILLED_IN =
  /Actions\/\d+\/(actionId|actionType|actionLinkedToJob|params\/timeout|params\/downloadProtocol)$/;

/** A job as the sandbox's own file has it. */
export async function stored(stateFile: string, id: string): Promise<Fields> {
  const { jobs } = JSON.parse(await readFile(stateFile, 'utf8'));
  return jobs.find((job: Fields) => job.id === id);
}

/** One smallest value that differs; undefined where there is none. */
export interface Happened {
  before: string | undefined;
  after: string | undefined;
}

/** What is another in a job than before, by its place in the job as it is now; a list of actions for one that is gone or moved. */
export function changedPlaces(before: Fields, after: Fields): Map<string, Happened> {
  const places = new Map<string, Happened>();
  for (const list of ['preDeployActions', 'postDeployActions']) {
    const [was, is] = [actionsOf(before[list]), actionsOf(after[list])];
    const [wasIds, isIds] = [was.map(idOf), is.map(idOf)];
    if (wasIds.some((id) => !isIds.includes(id))) places.set(`/${list}`, UNTOLD);
    const stayed = isIds.filter((id) => wasIds.includes(id));
    if (stayed.join() !== wasIds.filter((id) => isIds.includes(id)).join()) places.set(`/${list}`, UNTOLD);
    is.forEach((action, index) => {
      const other = was.find((one) => idOf(one) === idOf(action));
      addChanges(leaves(other ?? {}), leaves(action), `/${list}/${index}`, places);
    });
  }
  const rest = ({ preDeployActions, postDeployActions, ...others }: Fields) => leaves(others);
  addChanges(rest(before), rest(after), '', places);
  return places;
}

const UNTOLD: Happened = { before: undefined, after: undefined };

function addChanges(
  was: Map<string, string>,
  is: Map<string, string>,
  at: string,
  places: Map<string, Happened>,
): void {
  for (const place of new Set([...was.keys(), ...is.keys()]))
    if (was.get(place) !== is.get(place) && !SERVERS.test(`${at}${place}`))
      places.set(`${at}${place}`, { before: was.get(place), after: is.get(place) });
}

/** Every value that says something, by its place; a list of texts is one value in which neither order nor case counts. */
export function leaves(value: Value, at = '', found = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) {
    if (value.length > 0)
      found.set(
        at,
        value
          .map((entry) => entry.toLowerCase())
          .sort()
          .join(),
      );
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) leaves(inner, `${at}/${key}`, found);
  } else if (value !== null && value !== '') {
    const isId = typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value);
    const isNumber = /\/(monthlyRecurringType|dynamicQQLType|threshold|completedPercentage)$/.test(at);
    found.set(at, isId ? value.toLowerCase() : isNumber ? String(value) : JSON.stringify(value));
  }
  return found;
}

export function actionsOf(value: Value | undefined): Fields[] {
  return Array.isArray(value)
    ? value.filter((one): one is Fields => typeof one === 'object' && one !== null && !Array.isArray(one))
    : [];
}

function idOf({ actionId }: Fields): string {
  return String(actionId);
}
