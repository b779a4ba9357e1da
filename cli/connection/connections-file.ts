import { join } from 'node:path';
import { checkBaseUrl } from '../../api/connection.ts';
import type { Connection } from '../../api/platform.ts';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import type { Environment } from '../environment.ts';
import { UsageError } from '../usage-error.ts';
import { readConfigurationFile } from './configuration-file.ts';
import { configurationFolder } from './configuration-folder.ts';

const KEYS = ['name', 'baseUrl', 'gatewayUrl', 'protected'];

export function connectionsFile(environment: Environment): string {
  return join(configurationFolder(environment.variables, process.platform), 'connections.json');
}

/**
 * The connections that a person has named, from `{"connections":[{"name","baseUrl","gatewayUrl"?,"protected"?}]}`.
 * No file is no connections. Throws UsageError, naming the file, for anything that is not exactly that: a key spelled
 * wrongly must not leave a platform unprotected.
 */
export async function readConnections(environment: Environment): Promise<Connection[]> {
  const path = connectionsFile(environment);
  const value = await readConfigurationFile(path);
  if (value === undefined) return [];
  const connections = entriesOf(value, path).map((entry, index) =>
    connectionOf(entry, `${path}: connection ${index + 1}`),
  );
  const names = connections.map((connection) => connection.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`${path}: two connections are named "${twice}".`);
  return connections;
}

function entriesOf(value: unknown, path: string): unknown[] {
  if (!isObject(value) || !Array.isArray(value.connections))
    throw new UsageError(`${path}: expected {"connections": [{"name": …, "baseUrl": …}]}.`);
  return value.connections;
}

function connectionOf(entry: unknown, where: string): Connection {
  if (!isObject(entry)) throw new UsageError(`${where} is not an object.`);
  const unknown = Object.keys(entry).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw new UsageError(`${where} has a key "${unknown}"; allowed are ${KEYS.join(', ')}.`);
  if (entry.protected !== undefined && typeof entry.protected !== 'boolean')
    throw new UsageError(`${where}: "protected" is true or false.`);
  const gatewayUrl = entry.gatewayUrl === undefined ? undefined : urlOf(entry, 'gatewayUrl', where);
  return {
    name: textOf(entry, 'name', where),
    baseUrl: urlOf(entry, 'baseUrl', where),
    ...(gatewayUrl === undefined ? {} : { gatewayUrl }),
    protected: entry.protected ?? false,
  };
}

function textOf(entry: JsonObject, key: string, where: string): string {
  const value = entry[key];
  if (typeof value !== 'string' || value.trim() === '')
    throw new UsageError(`${where}: "${key}" is missing or not a text.`);
  return value;
}

function urlOf(entry: JsonObject, key: string, where: string): string {
  const checked = checkBaseUrl(textOf(entry, key, where));
  if ('problem' in checked) throw new UsageError(`${where}: "${key}": ${checked.problem}`);
  return checked.url;
}
