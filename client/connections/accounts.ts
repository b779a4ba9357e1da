import type { SecretStorage } from 'vscode';
import type { Connection, Credentials } from '../../api/platform.ts';
import { isObject } from '../../schemas/json.ts';

/** How a person signs in to a connection. */
export type Account =
  | { kind: 'password'; username: string; password: string }
  /** `kept`: when it was handed in, in milliseconds since 1970. */
  | { kind: 'token'; token: string; kept: number };

/**
 * Accounts in the editor's secret storage, one for each connection. An account belongs to the addresses that it was
 * handed in for: a connection that is redirected to another host, or signs in elsewhere, does not take it there.
 */
export class Accounts {
  readonly #secrets: SecretStorage;

  constructor(secrets: SecretStorage) {
    this.#secrets = secrets;
  }

  async of(connection: Connection): Promise<Account | undefined> {
    const value = parsed(await this.#secrets.get(keyOf(connection.name)));
    if (!isObject(value) || value.belongsTo !== addressesOf(connection)) return undefined;
    const { username, password, token, kept } = value;
    if (typeof username === 'string' && typeof password === 'string') return { kind: 'password', username, password };
    return typeof token === 'string' && typeof kept === 'number' ? { kind: 'token', token, kept } : undefined;
  }

  async keep(connection: Connection, account: Account): Promise<void> {
    const stored = { ...account, belongsTo: addressesOf(connection) };
    await this.#secrets.store(keyOf(connection.name), JSON.stringify(stored));
  }

  /** Forgets it, whatever addresses it belongs to. */
  async forget(name: string): Promise<void> {
    await this.#secrets.delete(keyOf(name));
  }
}

export function credentialsOf(account: Account | undefined): Credentials {
  return account ?? { kind: 'none' };
}

function parsed(stored: string | undefined): unknown {
  try {
    return stored === undefined ? undefined : JSON.parse(stored);
  } catch {
    return undefined;
  }
}

function keyOf(name: string): string {
  return `account ${name}`;
}

function addressesOf({ baseUrl, gatewayUrl }: Connection): string {
  const { origin } = new URL(baseUrl);
  return `${origin} ${gatewayUrl === undefined ? origin : new URL(gatewayUrl).origin}`;
}
