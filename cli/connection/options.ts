import { type Command, Option } from 'commander';

/** The two ways to name the platform, which exclude each other. */
export function withConnectionOptions(command: Command): Command {
  return command
    .addOption(new Option('--url <url>', 'base URL of the platform (default: PMJOB_URL)').conflicts('connection'))
    .option('--connection <name>', 'a platform from your connections file (see below)');
}

/** For the end of a command's help. */
export const CONNECTION_HELP = `
Environment:
  PMJOB_URL        base URL of the platform; the sign-in below belongs to its origin
  PMJOB_GATEWAY    where to sign in, when it is not the base URL's origin
  PMJOB_TOKEN      a token, or
  PMJOB_USERNAME   a user and
  PMJOB_PASSWORD   its password

Connections file (pmjob/connections.json in ~/.config, ~/Library/Application Support, or %APPDATA%):
  {"connections": [{"name": "production", "baseUrl": "https://gateway.qg1.apps.qualys.com", "protected": true}]}`;
