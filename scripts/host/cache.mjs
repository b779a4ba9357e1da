// @ts-check
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The person's cache folder for what pmjob's own tests and `npm start` install: XDG_CACHE_HOME, else ~/.cache. */
export function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'pmjob');
}
