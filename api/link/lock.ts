import type { Clock } from '../clock.ts';
import { StateError } from '../state-error.ts';
import type { StateStore } from './store.ts';

const TRY_FOR = 15_000;
const TRY_EVERY = 50;
/**
 * What is done under a lock takes milliseconds: one that stays so long was left behind. It is seen to stay, as what it
 * says of the time tells nothing once the clock was set, and one cut off while it was made says nothing at all.
 */
const STALE_AFTER = 5_000;

/**
 * Does something while nobody else does anything under the same name, in this process or another. Rejects with
 * StateError `state-not-written` when the other one does not come to an end.
 */
export async function locked<T>(state: StateStore, clock: Clock, name: string, work: () => Promise<T>): Promise<T> {
  const path = `locks/${name}.lock`;
  const mine = `${globalThis.crypto.randomUUID()}\n`;
  const start = performance.now();
  let seen: { text: string | undefined; since: number } = { text: undefined, since: start };
  while (!(await state.createExclusively(path, mine))) {
    const now = performance.now();
    const text = await state.read(path);
    if (text !== seen.text) seen = { text, since: now };
    if (text !== undefined && now - seen.since > STALE_AFTER) await state.remove(path);
    else if (now - start > TRY_FOR)
      throw new StateError({ kind: 'state-not-written', path, cause: 'another push holds it' });
    else await clock.sleep(TRY_EVERY);
  }
  try {
    return await work();
  } finally {
    if ((await state.read(path)) === mine) await state.remove(path);
  }
}
