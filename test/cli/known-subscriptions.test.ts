import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownSubscription } from '../../cli/connection/known-subscriptions.ts';
import { processEnvironment } from '../../cli/environment.ts';
import { emptyFolder } from './support/folder.ts';

test('connections that are first used at once are all remembered', async () => {
  const folder = await emptyFolder();
  const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
  const connections = names.map((name) => ({ name, baseUrl: `https://${name}.invalid`, protected: false }));
  await folder.write('pmjob/connections.json', JSON.stringify({ connections }));
  const environment = { ...processEnvironment(process), variables: { XDG_CONFIG_HOME: folder.path } };
  const known = await Promise.all(connections.map((connection) => knownSubscription(connection, environment)));
  await Promise.all(known.map(({ remember }, index) => remember(`customer of ${names[index]}`)));
  const again = await Promise.all(connections.map((connection) => knownSubscription(connection, environment)));
  expect(again.map(({ customerId }) => customerId)).toEqual(names.map((name) => `customer of ${name}`));
  expect((await readdir(join(folder.path, 'pmjob'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
