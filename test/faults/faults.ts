import type { JsonObject } from '../../schemas/json.ts';

/** What goes wrong, by the name that the tables have for it, as the sandbox's control door takes it. */
export interface NamedFault {
  name: string;
  fault: JsonObject;
  /** What it does takes longer than the client waits. */
  isLate?: true;
  /** Our own process is killed or cancelled while the request is on its way: once it has arrived, or has been carried out. */
  cut?: { how: 'kill' | 'cancel'; once: 'arrived' | 'carried out' };
}

/** Where a redirect leads and what a hostile answer repeats: known only when the test runs. */
export interface Surroundings {
  elsewhere: string;
  secrets: readonly string[];
  name: string;
}

export const OTHER_FIELD = { recurringWeekDays: '0,0,1,0,0,0,0' };
export const SAME_FIELD = { description: 'What somebody else wrote' };

/** Every fault, in the tables' order. */
export function namedFaults({ elsewhere, secrets, name }: Surroundings): NamedFault[] {
  const page = '<html><body>Please sign in</body></html>';
  return [
    { name: 'slow', fault: { fault: 'delay', milliseconds: 150 } },
    { name: 'no answer in time', fault: { fault: 'delay', milliseconds: 2_000 }, isLate: true },
    { name: 'reset before acceptance', fault: { fault: 'drop-before' } },
    { name: 'reset after acceptance', fault: { fault: 'drop-after' } },
    { name: 'reset in the answer', fault: { fault: 'cut-answer' } },
    { name: '401', fault: { fault: 'unauthorised' } },
    { name: 'token expired', fault: { fault: 'expired-token' } },
    { name: '403', fault: { fault: 'forbidden' } },
    { name: '404', fault: { fault: 'not-found' } },
    { name: '408', fault: { fault: 'answer', status: 408, body: {} } },
    { name: '409', fault: { fault: 'conflict' } },
    { name: '429, Retry-After', fault: { fault: 'rate-limited', retryAfter: '2' } },
    { name: '429, Retry-After too long', fault: { fault: 'rate-limited', retryAfter: '3600' } },
    { name: '429', fault: { fault: 'rate-limited' } },
    { name: '429 again and again', fault: { fault: 'rate-limited', times: 99 } },
    { name: '500', fault: { fault: 'server-error' } },
    { name: '500 again and again', fault: { fault: 'server-error', times: 99 } },
    { name: '500 after acceptance', fault: { fault: 'server-error', after: true } },
    { name: '502 in HTML', fault: { fault: 'bad-gateway', times: 99 } },
    {
      name: '400 that repeats secrets',
      fault: { fault: 'answer', status: 400, body: hostile(secrets) },
    },
    { name: 'truncated JSON', fault: { fault: 'truncated-json' } },
    { name: 'wrong content type', fault: { fault: 'wrong-content-type' } },
    { name: 'a page instead', fault: { fault: 'answer', status: 200, contentType: 'text/html', body: page } },
    { name: 'nothing in it', fault: { fault: 'answer', status: 200, body: '' } },
    { name: '64 MB', fault: { fault: 'huge-body' } },
    { name: 'redirect elsewhere', fault: { fault: 'redirect', location: `${elsewhere}/pm/v1/deploymentjob` } },
    { name: 'somebody changes another field', fault: { fault: 'changed-by-somebody-else', change: OTHER_FIELD } },
    { name: 'somebody changes this field', fault: { fault: 'changed-by-somebody-else', change: SAME_FIELD } },
    {
      name: 'somebody creates its like',
      fault: { fault: 'created-by-somebody-else', body: somebodys(name) },
    },
    ...(['cancel', 'kill'] as const).flatMap(cutOff),
  ];
}

function cutOff(how: 'kill' | 'cancel'): NamedFault[] {
  const name = how === 'kill' ? 'killed' : 'cancelled';
  const milliseconds = 60_000;
  return [
    { name: `${name} before acceptance`, fault: { fault: 'drop-before', milliseconds }, cut: { how, once: 'arrived' } },
    {
      name: `${name} after acceptance`,
      fault: { fault: 'delay', milliseconds, after: true },
      cut: { how, once: 'carried out' },
    },
  ];
}

function hostile(secrets: readonly string[]): JsonObject {
  return { _error: { errorCode: '2501', message: `You sent ${secrets.join(' and ')} and that is wrong.` } };
}

function somebodys(name: string): JsonObject {
  return { name, platform: 'Linux', type: 'Install', scheduleType: 'On-demand', description: 'Somebody’s own' };
}
