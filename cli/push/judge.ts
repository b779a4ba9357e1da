import type { Judge } from '../../api/push/request.ts';
import { judgeBody, judgeText } from '../../server/judge.ts';

/** The rules as the push engine asks them. */
export const judge: Judge = {
  file: async ({ path, text }) => judgeText(text, { path }),
  body: async (body) => judgeBody(body),
};
