import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Connection } from '../../api/platform.ts';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import type { Environment } from '../environment.ts';
import { configurationFolder } from './configuration-folder.ts';
import { readConnections } from './connections-file.ts';

/** Which subscription a named connection leads to, learned when it was first used. */
export interface KnownSubscription {
  customerId: string | undefined;
  /** Remembers it. A folder that cannot be written is no reason to stop a push. */
  remember(customerId: string): Promise<void>;
}

/**
 * What is known of a connection that the person has named. An address that was only typed is nobody's connection: nothing
 * is remembered of it.
 */
export async function knownSubscription(connection: Connection, environment: Environment): Promise<KnownSubscription> {
  const { origin } = new URL(connection.baseUrl);
  const named = (await readConnections(environment)).some(
    ({ name, baseUrl }) => name === connection.name && new URL(baseUrl).origin === origin,
  );
  if (!named) return { customerId: undefined, remember: async () => undefined };
  const path = join(configurationFolder(environment.variables, process.platform), 'known-subscriptions.json');
  const key = `${connection.name} at ${origin}`;
  const known = (await readKnown(path))[key];
  return {
    customerId: typeof known === 'string' ? known : undefined,
    async remember(customerId) {
      if (customerId !== known) await write(path, { ...(await readKnown(path)), [key]: customerId });
    },
  };
}

async function readKnown(path: string): Promise<JsonObject> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

async function write(path: string, known: JsonObject): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, `${JSON.stringify(known, null, 2)}\n`);
    await rename(temporary, path);
  } catch {
    // It is learned again at the next push.
  }
}
