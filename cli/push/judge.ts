import type { Clock } from '../../api/clock.ts';
import type { Judge } from '../../api/push/request.ts';
import { judgeBody, judgeText } from '../../server/judge.ts';

/** The rules as the push engine asks them. */
export function judgeBy(clock: Clock): Judge {
  const facts = () => ({ now: clock.now().getTime() });
  return {
    file: async ({ path, text }) => judgeText(text, { path, facts: facts() }),
    body: async (body) => judgeBody(body, { facts: facts() }),
  };
}
