import { type Command, Option } from 'commander';
import { type ConnectionTest, testConnection } from '../../api/connection-test.ts';
import type { ConnectionChoice } from '../connection/choose.ts';
import { CONNECTION_HELP, withConnectionOptions } from '../connection/options.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { openPlatform } from '../push/platform.ts';
import { type TestFormat, testReports } from '../report/connection-test.ts';

interface TestOptions extends ConnectionChoice {
  format: TestFormat;
}

export function addTestConnection(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const command = program
    .command('test-connection')
    .summary('say whether a platform can be reached and used')
    .description(
      'Goes the way of every push up to its first look: name, proxy, network, certificate, sign-in, address, permission, ' +
        'subscription. Says which of them fails, and what to do next. Changes nothing.',
    );
  withConnectionOptions(command)
    .addOption(
      new Option('--format <format>', 'how the result is written').choices(Object.keys(testReports)).default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  pmjob test-connection --connection production
  pmjob test-connection --url https://gateway.qg1.apps.qualys.com --format json
${CONNECTION_HELP}

On the way:
  HTTPS_PROXY, NO_PROXY   the proxy, and the hosts that are reached without it
  NODE_EXTRA_CA_CERTS     a PEM file with the certificate of your own authority`,
    )
    .action(async (options: TestOptions) => finish(await test(options, environment)));
}

async function test(options: TestOptions, environment: Environment): Promise<ExitCode> {
  const { session } = await openPlatform(options, environment);
  const tested = await testConnection(session, environment.interruption());
  environment.result.print(testReports[options.format](tested, environment.result.colours));
  return exitCodeOf(tested.kind);
}

function exitCodeOf(kind: ConnectionTest['kind']): ExitCode {
  switch (kind) {
    case 'works':
      return EXIT.fine;
    case 'fails':
      return EXIT.problem;
    case 'cancelled':
      return EXIT.cancelled;
  }
}
