import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { chainOf } from './chain.ts';
import { type ActionMatch, matchActions } from './match-actions.ts';
import { isServerPath, type KnownScripts, withKnownScripts } from './scripts.ts';
import { ACTION_LISTS, isServerField, keep, withoutServerFields } from './server-fields.ts';
import { askedStatus } from './spelling.ts';

export interface UpdateSources {
  file: JsonObject;
  /** The job as GET answers it. */
  server: JsonObject;
  /** The job as it was after our last push or pull, normalised; undefined without a base. */
  base: JsonObject | undefined;
  /** The scripts of the base. */
  known: KnownScripts;
}

export interface UpdateBody {
  body: JsonObject;
  /** Per list that the file names: how each of its actions was matched with the server's. */
  matches: Partial<Record<(typeof ACTION_LISTS)[number], (ActionMatch | undefined)[]>>;
  /** The file moves the job to another parent without a word on the chain: the old parent's rules do not go along. */
  chainDropped: boolean;
}

/** Given back inside the answer alone; the platform makes them itself. */
const NOT_SENT: ReadonlySet<string> = new Set(['$schema', 'linkedToJob', 'linkedJobs', 'chainedJobRule']);

/**
 * The body of an update: the server's job, overlaid with what the file says of fields that are not the server's, so
 * that nothing is lost whether the platform replaces or merges. What the file leaves out stays; null clears. A script
 * that nobody knows stays a server path: such a body must not be sent.
 */
export function composeUpdate(sources: UpdateSources): UpdateBody {
  const { file, known } = sources;
  const server = withKnownScripts(sources.server, known);
  const matches: UpdateBody['matches'] = {};
  const chain = chainOf(server);
  const chainDropped = file.chainedJobRule === undefined && chain !== undefined && movesToOtherParent(file, server);
  const said = Object.entries(file).filter(([key]) => !isServerField(key));
  const overlaid = said.map(([key, value]): [string, Json] => {
    const list = ACTION_LISTS.find((name) => name === key);
    if (key === 'status') return [key, statusToSend(value, sources)];
    if (list === undefined || !Array.isArray(value))
      return [key, key === 'chainedJobRule' ? value : overlay(server[key], value)];
    const present = arrayOf(server[list]);
    const matched = matchActions(value, present);
    matches[list] = matched;
    return [key, value.map((action, index) => mergeAction(action, present[matched[index]?.index ?? -1]))];
  });
  const kept = keep(server, (key) => !NOT_SENT.has(key));
  const lifted = chain === undefined || chainDropped ? {} : { chainedJobRule: chain };
  return {
    body: { ...kept, ...lifted, ...Object.fromEntries(overlaid), ...('id' in server ? { id: server.id } : {}) },
    matches,
    chainDropped,
  };
}

/** What the file says over what the server has: objects key by key, everything else as a whole. */
function overlay(server: Json | undefined, file: Json): Json {
  if (!isObject(server) || !isObject(file)) return file;
  const said = Object.entries(file).map(([key, value]): [string, Json] => [key, overlay(server[key], value)]);
  return { ...server, ...Object.fromEntries(said) };
}

/** An action keeps the server's id, because other jobs' chains name it; a new one gets none. */
function mergeAction(action: Json, present: Json | undefined): Json {
  if (!isObject(action)) return action;
  const own = keep(withoutServerFields(action), (key) => !isServerPath(action[key]));
  return isObject(present) ? overlay(present, own) : own;
}

/** The status is the server's unless the file changes it: On-demand jobs start again when Enabled is asked for. */
function statusToSend(value: Json, { server, base }: UpdateSources): Json {
  const before = base === undefined ? server.status : base.status;
  return askedStatus(before ?? null) === askedStatus(value) ? (server.status ?? value) : value;
}

function movesToOtherParent(file: JsonObject, server: JsonObject): boolean {
  return Object.hasOwn(file, 'linkedJobId') && lower(file.linkedJobId) !== lower(server.linkedJobId);
}

function lower(value: Json | undefined): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}

function arrayOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
