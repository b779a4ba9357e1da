import { checkBaseUrl } from '../../api/connection.ts';
import type { Connection } from '../../api/platform.ts';
import type { Environment } from '../environment.ts';
import { UsageError } from '../usage-error.ts';
import { connectionsFile, readConnections } from './connections-file.ts';

export interface ConnectionChoice {
  url?: string;
  connection?: string;
}

/**
 * The platform that a command speaks to: `--connection`, else `--url`, else PMJOB_URL. An address that the person has
 * named in the connections file is that connection, so that a protected one stays protected however it is reached.
 */
export async function chooseConnection(choice: ConnectionChoice, environment: Environment): Promise<Connection> {
  const named = await readConnections(environment);
  const chosen =
    choice.connection === undefined
      ? byUrl(choice.url, named, environment)
      : byName(choice.connection, named, environment);
  const gateway = environment.variables.PMJOB_GATEWAY;
  if (chosen.gatewayUrl !== undefined || !gateway) return chosen;
  return { ...chosen, gatewayUrl: urlOf(gateway, 'PMJOB_GATEWAY') };
}

function byName(name: string, named: Connection[], environment: Environment): Connection {
  const found = named.find((connection) => connection.name === name);
  if (found !== undefined) return found;
  const others = named.map((connection) => `"${connection.name}"`).join(', ');
  throw new UsageError(
    `There is no connection "${name}" in ${connectionsFile(environment)}${others === '' ? '. "pmjob help push" shows what that file holds.' : `; it has ${others}.`}`,
  );
}

function byUrl(url: string | undefined, named: Connection[], environment: Environment): Connection {
  const written = url ?? environment.variables.PMJOB_URL;
  if (!written)
    throw new UsageError('No platform. Name one with --url URL, --connection NAME, or the variable PMJOB_URL.');
  const baseUrl = urlOf(written, url === undefined ? 'PMJOB_URL' : '--url');
  const same = named.filter((connection) => new URL(connection.baseUrl).origin === new URL(baseUrl).origin);
  const known = same.find((connection) => connection.protected) ?? same[0];
  return known === undefined ? { name: new URL(baseUrl).host, baseUrl, protected: false } : { ...known, baseUrl };
}

function urlOf(text: string, source: string): string {
  const checked = checkBaseUrl(text);
  if ('problem' in checked) throw new UsageError(`${source}: ${checked.problem}`);
  return checked.url;
}
