import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';

/** `duringDeployment` as the server completes it: null becomes two empty texts. */
export function texts(sent: Json | undefined): JsonObject {
  const message = objectOrEmpty(sent);
  return { userMessage: message.userMessage ?? '', description: message.description ?? '' };
}

/** `preDeployment` and `rebootOption` as the server completes them: null becomes empty texts and 3 deferments of 1 hour. */
export function textsWithDeferment(sent: Json | undefined): JsonObject {
  const deferment = objectOrEmpty(objectOrEmpty(sent).deferment);
  return {
    ...texts(sent),
    deferment: {
      count: deferment.count ?? 3,
      interval: deferment.interval ?? 1,
      intervalUnit: deferment.intervalUnit ?? 'HOURS',
    },
  };
}

/** `postDeployment` as the server completes it: a countdown of 15 minutes, no prompt, no reboot suppressed. */
export function postDeployment(sent: Json | undefined): JsonObject {
  const messages = objectOrEmpty(sent);
  const countdown = objectOrEmpty(messages.rebootCountdown);
  return {
    suppressReboots: messages.suppressReboots ?? false,
    rebootHonorOnUserLogin: messages.rebootHonorOnUserLogin ?? false,
    rebootOption: textsWithDeferment(messages.rebootOption),
    rebootCountdown: {
      interval: countdown.interval ?? 15,
      intervalUnit: countdown.intervalUnit ?? 'MINUTES',
      ...texts(countdown),
    },
    onComplete: {
      ...texts(messages.onComplete),
      alwaysShowCompletedPrompt: objectOrEmpty(messages.onComplete).alwaysShowCompletedPrompt ?? false,
    },
  };
}

/** `notification` as the server keeps it: the percentage becomes text. */
export function notification(sent: Json | undefined): Json {
  if (!isObject(sent)) return null;
  const { email } = objectOrEmpty(sent.notificationTypes);
  const { recipientEmails, completedPercentage } = objectOrEmpty(sent.notificationConfigs);
  const { onJobStart, onJobComplete } = objectOrEmpty(sent.notificationEvents);
  return {
    notificationTypes: { email: email ?? null },
    notificationConfigs: {
      recipientEmails: recipientEmails ?? null,
      completedPercentage:
        typeof completedPercentage === 'number' ? String(completedPercentage) : (completedPercentage ?? null),
    },
    notificationEvents: { onJobStart: onJobStart ?? null, onJobComplete: onJobComplete ?? null },
  };
}

function objectOrEmpty(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
