import { isObject } from '../../../schemas/json.ts';
import { isAbsent } from '../absence.ts';
import type { Rule } from '../rule.ts';

const promptWithoutMessage: Rule = {
  code: 'prompt-without-message',
  severity: 'information',
  title: 'The pop-up at the end has no words of yours',
  why: 'alwaysShowCompletedPrompt shows the people at the machines a pop-up; without a message and a description it says nothing about what was done.',
  source: 'inferred',
  since: '3.3',
  check: ({ value: { postDeployment, platform } }) => {
    const prompt = isObject(postDeployment) ? postDeployment.onComplete : undefined;
    if (!isObject(prompt) || prompt.alwaysShowCompletedPrompt !== true) return [];
    if (platform === 'Linux' || !isAbsent(prompt.userMessage) || !isAbsent(prompt.description)) return [];
    const message =
      'alwaysShowCompletedPrompt is true, and the pop-up has neither "userMessage" nor "description": say there what was done.';
    const at = '/postDeployment/onComplete/alwaysShowCompletedPrompt';
    return [{ at, part: 'value', of: 'absence', absent: MESSAGE, message }];
  },
  fix: () => [
    { title: 'Insert "userMessage"', safe: false, operations: [{ set: MESSAGE, value: 'The updates are installed.' }] },
  ],
};
export default promptWithoutMessage;

const MESSAGE = '/postDeployment/onComplete/userMessage';
