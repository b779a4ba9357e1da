import { uptime } from 'node:os';
import type { Clock } from '../../api/clock.ts';

/** The real time, in which waiting takes none. */
export const patientClock: Clock = {
  now: () => new Date(),
  uptime,
  async sleep(_, signal) {
    signal?.throwIfAborted();
    await Promise.resolve();
  },
};
