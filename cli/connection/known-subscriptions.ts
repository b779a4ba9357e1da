import { join } from 'node:path';
import { fileStore } from '../../api/disk/file-store.ts';
import { locked } from '../../api/link/lock.ts';
import type { Connection } from '../../api/platform.ts';
import { causeOf } from '../../api/push/ending.ts';
import { isObject } from '../../schemas/json.ts';
import type { Environment } from '../environment.ts';
import { UsageError } from '../usage-error.ts';
import { readConfigurationFile } from './configuration-file.ts';
import { configurationFolder } from './configuration-folder.ts';
import { readConnections } from './connections-file.ts';

/** Which subscription a named connection leads to, learned when it was first used. */
export interface KnownSubscription {
  customerId: string | undefined;
  /** Remembers it, beside what others remember. A folder that cannot be written is no reason to stop a push. */
  remember(customerId: string): Promise<void>;
}

/**
 * What is known of a connection that the person has named. An address that was only typed is nobody's connection: nothing
 * is remembered of it. Throws UsageError when what is known cannot be read: nobody could tell another subscription then.
 */
export async function knownSubscription(connection: Connection, environment: Environment): Promise<KnownSubscription> {
  const { origin } = new URL(connection.baseUrl);
  const named = (await readConnections(environment)).some(
    ({ name, baseUrl }) => name === connection.name && new URL(baseUrl).origin === origin,
  );
  if (!named) return { customerId: undefined, remember: async () => undefined };
  const folder = configurationFolder(environment.variables, process.platform);
  const key = `${connection.name} at ${origin}`;
  const known = (await readKnown(folder))[key];
  return {
    customerId: known,
    async remember(customerId) {
      if (customerId === known) return;
      const store = fileStore(folder);
      try {
        await locked(store, environment.clock, 'known-subscriptions', async () => {
          const present = { ...(await readKnown(folder)), [key]: customerId };
          await store.write(FILE, `${JSON.stringify(present, null, 2)}\n`);
        });
      } catch (error) {
        // What the disk does not take is learned again at the next push.
        causeOf(error);
      }
    },
  };
}

const FILE = 'known-subscriptions.json';

async function readKnown(folder: string): Promise<Record<string, string>> {
  const path = join(folder, FILE);
  try {
    const value = (await readConfigurationFile(path)) ?? {};
    if (isKnown(value)) return value;
    throw new UsageError(`${path}: expected {"CONNECTION at ADDRESS": "CUSTOMER ID", …}.`);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(
      `${error.message} It keeps which subscription each connection leads to, so that nothing is sent to another one. Repair it, or delete it if you are sure of your connections: then they are learned anew.`,
    );
  }
}

function isKnown(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((customerId) => typeof customerId === 'string');
}
