import { checkBaseUrl } from '../../api/connection.ts';
import type { Connection, Credentials } from '../../api/platform.ts';
import { isToken } from '../../api/token.ts';
import type { Environment } from '../environment.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The sign-in from PMJOB_TOKEN, else from PMJOB_USERNAME with PMJOB_PASSWORD. They belong to the origin of PMJOB_URL:
 * throws UsageError rather than hand them to another one, and when there is no sign-in at all.
 */
export function credentialsFor(connection: Connection, variables: Environment['variables']): Credentials {
  const credentials = credentialsOf(variables);
  const bound = variables.PMJOB_URL;
  if (bound && originOf(bound) !== originOf(connection.baseUrl))
    throw new UsageError(
      `The sign-in in the environment belongs to ${originOf(bound) ?? 'another address'} (PMJOB_URL) and is not sent to ${connection.baseUrl}. ` +
        'Set PMJOB_URL to the same address, or unset it.',
    );
  return credentials;
}

function credentialsOf(variables: Environment['variables']): Credentials {
  const { PMJOB_TOKEN: token, PMJOB_USERNAME: username, PMJOB_PASSWORD: password } = variables;
  if (token && !isToken(token.trim()))
    throw new UsageError(
      'PMJOB_TOKEN is no token: a token has no blanks, no line breaks, and no letters beyond ASCII. Copy it anew.',
    );
  if (token) return { kind: 'token', token };
  if (username && password) return { kind: 'password', username, password };
  if (username) throw new UsageError('PMJOB_USERNAME is set, PMJOB_PASSWORD is not.');
  if (password) throw new UsageError('PMJOB_PASSWORD is set, PMJOB_USERNAME is not.');
  throw new UsageError('No sign-in. Set PMJOB_TOKEN, or PMJOB_USERNAME and PMJOB_PASSWORD.');
}

function originOf(url: string): string | undefined {
  const checked = checkBaseUrl(url);
  return 'url' in checked ? new URL(checked.url).origin : undefined;
}
