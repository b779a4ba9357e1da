import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the server may look at beside the texts that the editor hands it. Addresses are URIs; nothing here throws. */
export interface Disk {
  exists(uri: string): boolean;
  /** Undefined where there is nothing to be read. */
  read(uri: string): string | undefined;
}

export const nodeDisk: Disk = {
  exists: (uri) => attempt(() => existsSync(fileURLToPath(uri))) ?? false,
  read: (uri) => attempt(() => readFileSync(fileURLToPath(uri), 'utf8')),
};

/** An address of another kind, a file that is gone or may not be read: there is nothing. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
