import * as vscode from 'vscode';
import { checkBaseUrl, isLoopback } from '../../api/connection.ts';
import type { Connection } from '../../api/platform.ts';
import { isObject } from '../../schemas/json.ts';
import { SANDBOX } from './sandbox-name.ts';

const CONNECTIONS = 'pmjob.connections';

/**
 * The connections of this machine's settings. A workspace's settings are not looked at: it cannot add or redirect a
 * connection. Entries that cannot be used are left out and named in `problems`.
 */
export function readConnections(): { connections: Connection[]; problems: string[] } {
  const connections: Connection[] = [];
  const problems: string[] = [];
  for (const [index, entry] of storedEntries().entries()) {
    const read = readEntry(entry, connections);
    if (typeof read === 'string') problems.push(`${CONNECTIONS}[${index}]: ${read}`);
    else connections.push(read);
  }
  return { connections, problems };
}

/** Adds a connection to this machine's settings; the entries that are there stay as they are. */
export async function storeConnection(connection: Connection): Promise<void> {
  const entry = {
    name: connection.name,
    url: connection.baseUrl,
    ...(connection.protected ? { protected: true } : {}),
  };
  await storeEntries([...storedEntries(), entry]);
}

export async function removeStoredConnection(name: string): Promise<void> {
  await storeEntries(storedEntries().filter((entry) => !(isObject(entry) && entry.name === name)));
}

/** The name that the workspace, or the person, has set as the one to use. */
export function defaultConnectionName(resource: vscode.Uri | undefined): string | undefined {
  return vscode.workspace.getConfiguration('pmjob', resource).get<string>('connection') || undefined;
}

/** The address of a sandbox that already runs, when the settings name one. Only this machine is accepted. */
export function runningSandboxUrl(): { url: string } | { problem: string } | undefined {
  const text = machineValue('pmjob.sandbox.url');
  if (typeof text !== 'string' || text === '') return undefined;
  const checked = checkBaseUrl(text);
  if ('problem' in checked || isLoopback(new URL(checked.url).hostname)) return checked;
  return { problem: vscode.l10n.t('Only an address of this machine can be a sandbox.') };
}

function readEntry(entry: unknown, earlier: Connection[]): Connection | string {
  if (!isObject(entry) || typeof entry.name !== 'string' || typeof entry.url !== 'string')
    return vscode.l10n.t('a connection needs a name and a URL.');
  const name = entry.name.trim();
  const problem = connectionNameProblem(
    name,
    earlier.map((connection) => connection.name),
  );
  if (problem !== undefined) return problem;
  const base = checkBaseUrl(entry.url);
  if ('problem' in base) return base.problem;
  if (typeof entry.gatewayUrl !== 'string' || entry.gatewayUrl === '')
    return { name, baseUrl: base.url, protected: entry.protected === true };
  const gateway = checkBaseUrl(entry.gatewayUrl);
  if ('problem' in gateway) return gateway.problem;
  return { name, baseUrl: base.url, gatewayUrl: gateway.url, protected: entry.protected === true };
}

/** What is wrong with a name for a connection beside those that are there. */
export function connectionNameProblem(name: string, taken: string[]): string | undefined {
  if (name === '') return vscode.l10n.t('A connection needs a name.');
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  if (same(SANDBOX) || taken.some(same)) return vscode.l10n.t('There is a connection named “{0}” already.', name);
  return undefined;
}

function storedEntries(): unknown[] {
  const stored = machineValue(CONNECTIONS);
  return Array.isArray(stored) ? stored : [];
}

async function storeEntries(entries: unknown[]): Promise<void> {
  const value = entries.length === 0 ? undefined : entries;
  await vscode.workspace.getConfiguration().update(CONNECTIONS, value, vscode.ConfigurationTarget.Global);
}

function machineValue(setting: string): unknown {
  return vscode.workspace.getConfiguration().inspect<unknown>(setting)?.globalValue;
}
