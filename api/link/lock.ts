import type { Clock } from '../clock.ts';
import { StateError } from '../state-error.ts';
import type { StateStore } from './store.ts';

const TRY_FOR = 10_000;
const TRY_EVERY = 50;
/** What is done under a lock takes milliseconds: a lock of that age was left behind. */
const STALE_AFTER = 30_000;

/**
 * Does something while nobody else does anything under the same name, in this process or another. Rejects with
 * StateError `state-not-written` when the other one does not come to an end.
 */
export async function locked<T>(state: StateStore, clock: Clock, name: string, work: () => Promise<T>): Promise<T> {
  const path = `locks/${name}.lock`;
  const mine = `${clock.now().getTime()} ${globalThis.crypto.randomUUID()}\n`;
  const giveUp = clock.now().getTime() + TRY_FOR;
  while (!(await state.createExclusively(path, mine))) {
    const other = await state.read(path);
    if (other !== undefined && clock.now().getTime() - Number.parseInt(other, 10) > STALE_AFTER)
      await state.remove(path);
    else if (clock.now().getTime() > giveUp)
      throw new StateError({ kind: 'state-not-written', path, cause: 'another push holds it' });
    else await clock.sleep(TRY_EVERY);
  }
  try {
    return await work();
  } finally {
    if ((await state.read(path)) === mine) await state.remove(path);
  }
}
