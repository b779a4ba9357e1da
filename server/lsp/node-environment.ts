import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeDisk } from './disk.ts';
import type { Environment } from './server.ts';

/** The server as a process of this machine: its clock, its disk, and the page that is shipped beside the bundle. */
export function nodeEnvironment(): Environment {
  return {
    now: () => Date.now(),
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    disk: nodeDisk,
    rulesPage: pathToFileURL(join(__dirname, '..', 'docs', 'rules.md')).href,
  };
}
