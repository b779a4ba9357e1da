import type { Clock } from '../../api/clock.ts';
import type { Judge } from '../../api/push/request.ts';
import { judgeBody, judgeText } from '../../server/judge.ts';
import { type RuleSettings, settingsOfPush } from '../../server/settings/rule-settings.ts';

/** The rules as the push engine asks them: the settings of the file's folder hold, but that they lower no error. */
export function judgeBy(clock: Clock, settings: RuleSettings): Judge {
  const options = () => ({ facts: { now: clock.now().getTime() }, settings: settingsOfPush(settings) });
  return {
    file: async ({ path, text }) => judgeText(text, { path, ...options() }),
    body: async (body) => judgeBody(body, options()),
  };
}
