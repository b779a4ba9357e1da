import { CONNECTION_STEPS, type ConnectionStep, type ConnectionTest } from './connection-test.ts';
import { describeFailure, momentText } from './failure-text.ts';

/** One or two sentences: it works, for whom and until when; or what fails, and what to do next. */
export function describeConnectionTest(test: ConnectionTest): string {
  switch (test.kind) {
    case 'works':
      return `The connection to ${test.host} works. ${describeSubscription(test)}${describeSignIn(test)}`;
    case 'fails':
      return `The connection to ${test.host} does not work: ${FAILS[test.at]}. ${describeFailure(test.failure)}`;
    case 'cancelled':
      return `The test of the connection to ${test.host} was cancelled.`;
  }
}

/** The steps on the way, each with whether it holds. Without encryption there is no certificate. */
export function stepsOf(test: ConnectionTest): { step: ConnectionStep; title: string; state: StepState }[] {
  if (test.kind === 'cancelled') return [];
  const held = test.kind === 'works' ? CONNECTION_STEPS : test.held;
  const failed = test.kind === 'works' ? undefined : test.at;
  const met = CONNECTION_STEPS.filter((step) => step !== 'certificate' || test.isEncrypted || failed === step);
  return met.map((step) => ({
    step,
    title: TITLES[step],
    state: step === failed ? 'fails' : held.includes(step) ? 'holds' : 'not-tried',
  }));
}

export type StepState = 'holds' | 'fails' | 'not-tried';

const TITLES: Readonly<Record<ConnectionStep, string>> = {
  name: 'The host’s name',
  proxy: 'The proxy, if there is one',
  network: 'The network',
  certificate: 'The certificate',
  'sign-in': 'The sign-in',
  address: 'The address of the API',
  permission: 'The permission to see jobs',
  subscription: 'The subscription',
  answer: 'The platform’s answer',
};

const FAILS: Readonly<Record<ConnectionStep, string>> = {
  name: 'the name of a host fails',
  proxy: 'the proxy fails',
  network: 'the network fails',
  certificate: 'the certificate fails',
  'sign-in': 'the sign-in fails',
  address: 'the address is not that of the API',
  permission: 'a permission is missing',
  answer: 'the platform does not answer as it should',
  subscription: 'the subscription is another one',
};

function describeSubscription({ customerId, isEmpty }: ConnectionTest & { kind: 'works' }): string {
  const jobs = isEmpty ? ', in which no job is seen' : '';
  if (customerId !== undefined) return `It is the subscription ${customerId}${jobs}.`;
  return 'Which subscription it is cannot be told yet: no job is seen there, and the token does not say it.';
}

function describeSignIn({ user, expires }: ConnectionTest & { kind: 'works' }): string {
  const until = expires === undefined ? '' : ` until ${momentText(expires)}`;
  if (user !== undefined) return ` Signed in as ${user}${until}.`;
  return until === '' ? '' : ` Signed in${until}.`;
}
