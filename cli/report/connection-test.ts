import type { ConnectionTest } from '../../api/connection-test.ts';
import { describeConnectionTest, type StepState, stepsOf } from '../../api/connection-test-text.ts';
import type { Colours } from '../environment.ts';
import { printable } from '../printable.ts';

/** One more format is one more function here. */
export const testReports = { text: asText, json: asJson } satisfies Record<
  string,
  (test: ConnectionTest, colours: Colours) => string
>;

export type TestFormat = keyof typeof testReports;

function asText(test: ConnectionTest, colours: Colours): string {
  const marks: Record<StepState, string> = {
    holds: colours.green('ok   '),
    fails: colours.red('fails'),
    'not-tried': colours.dim('-    '),
  };
  const steps = stepsOf(test).map(({ state, title }) => `  ${marks[state]}  ${title}`);
  const head = `${test.connection}${test.connection === test.host ? '' : ` (${test.host})`}`;
  return [printable(head), ...steps, printable(describeConnectionTest(test))].join('\n');
}

/** `{connection, host, result, steps, message, …}`; moments as ISO 8601. */
function asJson(test: ConnectionTest): string {
  return JSON.stringify(
    {
      connection: test.connection,
      host: test.host,
      result: test.kind,
      ...(test.kind === 'works' && {
        customerId: test.customerId ?? null,
        isEmpty: test.isEmpty,
        user: test.user ?? null,
        expires: test.expires === undefined ? null : new Date(test.expires).toISOString(),
      }),
      ...(test.kind === 'fails' && { failedAt: test.at, cause: test.failure.kind }),
      steps: stepsOf(test).map(({ step, state }) => ({ step, state })),
      message: describeConnectionTest(test),
    },
    undefined,
    2,
  );
}
