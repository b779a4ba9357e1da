import { uptime } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

/** This machine's time. */
export const systemClock: Clock = {
  now: () => new Date(),
  uptime,
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
  },
};
