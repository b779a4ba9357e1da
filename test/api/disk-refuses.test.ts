import { expect, test } from 'vitest';
import type { StateStore } from '../../api/link/store.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { sample } from '../sandbox/support.ts';
import { type Desk, deskFor, planOf } from './support.ts';

// A disk that is full, or a .pmjob that cannot be written: at every single write of a push, once and from then on.

const BODY = sample('create-linux-rollback.request');
const EDITED = { ...BODY, description: 'Edited since' };

/** A store whose writes are counted, and refused where that is asked for. */
function refusing(state: StateStore, refuses: (count: number) => boolean): StateStore & { count: number } {
  const store = {
    ...state,
    count: 0,
    write: (...words: Parameters<StateStore['write']>) => judge(() => state.write(...words)),
    createExclusively: (...words: Parameters<StateStore['createExclusively']>) =>
      judge(() => state.createExclusively(...words)),
    append: (...words: Parameters<StateStore['append']>) => judge(() => state.append(...words)),
    remove: (...words: Parameters<StateStore['remove']>) => judge(() => state.remove(...words)),
  };
  async function judge<T>(work: () => Promise<T>): Promise<T> {
    store.count += 1;
    if (refuses(store.count)) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    return work();
  }
  return store;
}

/** A desk with a job or without one, and its writes when nothing is refused. */
async function ready(action: 'create' | 'update'): Promise<{ desk: Desk; body: typeof BODY }> {
  const desk = await deskFor();
  if (action === 'update') await desk.push(BODY);
  return { desk, body: action === 'update' ? EDITED : BODY };
}

async function writesOf(action: 'create' | 'update'): Promise<number> {
  const { desk, body } = await ready(action);
  const plan = planOf(await desk.prepare(body));
  const store = refusing(desk.state, () => false);
  desk.dependencies.state = store;
  await desk.send(plan);
  return store.count;
}

test.each([
  ['create', 'once'],
  ['create', 'from then on'],
  ['update', 'once'],
  ['update', 'from then on'],
] as const)(
  '%s: whichever write is refused %s, nothing is sent twice, and the next push settles it',
  async (action, how) => {
    const writes = await writesOf(action);
    expect(writes).toBeGreaterThan(4);
    const each = Array.from({ length: writes }, async (_, before) => {
      const refused = before + 1;
      const { desk, body } = await ready(action);
      const plan = planOf(await desk.prepare(body));
      const whole = desk.state;
      desk.dependencies.state = refusing(whole, (count) => (how === 'once' ? count === refused : count >= refused));
      const outcome = await desk.send(plan);
      checkSaid(outcome);
      desk.dependencies.state = whole;
      // As a process that starts later finds it.
      desk.dependencies.owner = { ...desk.dependencies.owner, processId: -1 };
      desk.dependencies.ownerLife = async () => 'dead';
      const next = await desk.push(body);
      expect({ refused, kind: next.kind }).toEqual({
        refused,
        kind: expect.stringMatching(/^(created|updated|unchanged)$/),
      });
      const jobs = (await desk.sandbox.list('?pageSize=100')).filter(({ name }) => name === BODY.name);
      expect(jobs).toHaveLength(1);
      expect((await desk.sandbox.read(jobs[0]?.id)).job.description).toBe(body.description);
      expect((await desk.files()).filter((file) => file.startsWith('intents'))).toEqual([]);
      expect((await desk.push(body)).kind).toBe('unchanged');
    });
    await Promise.all(each);
  },
  60_000,
);

/** Either nothing was sent and the disk is named, or it went through and what could not be stored is told. */
function checkSaid({ kind, notes, ...outcome }: Outcome): void {
  if (kind === 'failed') expect(outcome).toMatchObject({ failure: { kind: 'state-not-written', cause: 'ENOSPC' } });
  else {
    expect(kind).toMatch(/^(created|updated)$/);
    expect(notes.map(({ code }) => code).join()).toMatch(/^(not-recorded|version-not-kept)$/);
  }
}
