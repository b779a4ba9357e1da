import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { casesOf, runCase } from './rows.ts';
import { SEVERAL } from './scenarios.ts';
import { testTable } from './suite.ts';

/** How far the others have come by then is another thing each time. */
const IN_NO_ORDER = /^(killed|cancelled|token expired)/;

testTable(
  'several.txt',
  SEVERAL,
  ({ fault, name }) => fault.fault !== 'created-by-somebody-else' && !IN_NO_ORDER.test(name),
);

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());

const cases = casesOf(SEVERAL, 'http://elsewhere.invalid', ({ name }) => IN_NO_ORDER.test(name));

test.each(cases.map((one) => [`${one.at}: ${one.named.name}`, one] as const))(
  '%s: whatever became of the others, the next push ends all three',
  async (_, one) => {
    const { again } = await runCase(one, [], platform);
    expect(again).toMatchObject({ exit: '0', server: 'edited + edited + edited', intent: '-' });
    expect(again.outcome).toMatch(/^(updated|unchanged)(\+(updated|unchanged)){2}$/);
  },
);
