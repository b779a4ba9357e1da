import type { SecretStorage } from 'vscode';
import type { Connection } from '../../api/platform.ts';

/**
 * Tokens in the editor's secret storage. A token belongs to a connection's name and origin together: a connection
 * that is redirected to another host does not take its token there.
 */
export class Tokens {
  readonly #secrets: SecretStorage;

  constructor(secrets: SecretStorage) {
    this.#secrets = secrets;
  }

  async of(connection: Connection): Promise<string | undefined> {
    return this.#secrets.get(keyOf(connection));
  }

  async keep(connection: Connection, token: string): Promise<void> {
    await this.#secrets.store(keyOf(connection), token);
  }

  async forget(connection: Connection): Promise<void> {
    await this.#secrets.delete(keyOf(connection));
  }
}

function keyOf(connection: Connection): string {
  return `token ${new URL(connection.baseUrl).origin} ${connection.name}`;
}
