import type { Judge } from '../../api/push/request.ts';
import { judgeBody, judgeText } from '../../server/judge.ts';
import { type RuleSettings, settingsOfPush } from '../../server/settings/rule-settings.ts';
import type { JudgeWithFacts } from '../files/facts.ts';

/** The rules as the push engine asks them: the settings of the file's folder hold, but that they lower no error. */
export function judgeBy(judgeWithFacts: JudgeWithFacts, ruleSettings: RuleSettings): Judge {
  const settings = settingsOfPush(ruleSettings);
  return {
    file: ({ path, text }) => judgeWithFacts((facts) => judgeText(text, { path, facts, settings })),
    body: (body) => judgeWithFacts((facts) => judgeBody(body, { facts, settings })),
  };
}
