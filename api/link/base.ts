import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { writeJson } from '../job/exact-number.ts';
import { normalise } from '../job/normalise.ts';
import { readJson } from '../job/read-json.ts';
import { isServerPath, type KnownScript, type KnownScripts, mapActions, scriptKey } from '../job/scripts.ts';
import { ACTION_LISTS, keep } from '../job/server-fields.ts';
import type { JobId, Platform } from '../platform.ts';
import type { StateStore } from './store.ts';

/** The job as the server had it after our last push or pull. One per platform and job, shared by all files. */
export interface Base {
  /** Normalised, without scripts. */
  job: JsonObject;
  scripts: KnownScripts;
}

/** The base of a job; undefined when there is none that can be read. */
export async function readBase(state: StateStore, platform: Platform, id: JobId): Promise<Base | undefined> {
  const value = readJson((await state.read(pathOf(platform, id))) ?? '');
  if (!isWhole(value) || value.origin !== platform.origin) return undefined;
  return { job: normalise(value.job), scripts: scriptsFrom(value.scripts) };
}

/** The file of a base that is there and cannot be read; undefined where there is none, or a whole one. */
export async function damagedBase(state: StateStore, platform: Platform, id: JobId): Promise<string | undefined> {
  const path = pathOf(platform, id);
  const text = await state.read(path);
  return text === undefined || isWhole(readJson(text)) ? undefined : `.pmjob/${path}`;
}

function isWhole(value: Json | undefined): value is JsonObject & { origin: string; job: JsonObject } {
  return isObject(value) && typeof value.origin === 'string' && isObject(value.job);
}

/** Stores the job that the server answered as its base, with the scripts that are known to be there. */
export async function writeBase(
  state: StateStore,
  platform: Platform,
  server: JsonObject & { id: JobId },
  scripts: KnownScripts,
): Promise<void> {
  const base = {
    version: 1,
    origin: platform.origin,
    customerId: platform.customerId ?? null,
    id: server.id,
    job: withoutScripts(normalise(server)),
    scripts: Object.fromEntries(
      Object.entries(scripts).map(([key, { base64, updatedAt }]) => [key, { updatedAt, base64 }]),
    ),
  };
  const path = pathOf(platform, server.id);
  const text = `${writeJson(base, 2)}\n`;
  if (text !== (await state.read(path))) await state.write(path, text);
}

/** Removes the base of a job that nobody can push to any more. */
export async function removeBase(state: StateStore, platform: Platform, id: JobId): Promise<void> {
  const path = pathOf(platform, id);
  if ((await state.read(path)) !== undefined) await state.remove(path);
}

/** The scripts that are still in the server's job. */
export function stillThere(scripts: KnownScripts, server: JsonObject): KnownScripts {
  const present = new Set<string>();
  for (const list of ACTION_LISTS)
    for (const action of arrayOf(server[list]))
      if (isObject(action) && typeof action.actionId === 'string')
        for (const [field, value] of Object.entries(action))
          if (isServerPath(value)) present.add(scriptKey(action.actionId, field));
  return Object.fromEntries(Object.entries(scripts).filter(([key]) => present.has(key)));
}

/** A job without the texts of its scripts and the server's paths to them. */
export function withoutScripts(job: JsonObject): JsonObject {
  return mapActions(job, (action) => keep(action, (key) => key !== 'script' && key !== 'detectionScript'));
}

function scriptsFrom(value: Json | undefined): KnownScripts {
  if (!isObject(value)) return {};
  const entries = Object.entries(value).flatMap(([key, script]): [string, KnownScript][] => {
    if (!isObject(script) || typeof script.base64 !== 'string') return [];
    return [
      [key, { base64: script.base64, updatedAt: typeof script.updatedAt === 'number' ? script.updatedAt : null }],
    ];
  });
  return Object.fromEntries(entries);
}

function pathOf(platform: Platform, id: JobId): string {
  const { host } = new URL(platform.origin);
  return `base/${fileName(host)}/${fileName(platform.customerId ?? 'unknown')}/${fileName(id.toLowerCase())}.json`;
}

/** Ids come from elsewhere: what could lead out of the folder is taken out of them. */
function fileName(text: string): string {
  return text.replaceAll(/[^\w.-]/g, '_').replaceAll(/^\.+/g, '_');
}

function arrayOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
