import { requestTo } from './api-request.ts';
import { writeRequest } from './operations/write-job.ts';
import type { Plan } from './plan/plan.ts';
import type { Connection } from './platform.ts';

/** Stands for the token: a shell puts the variable's value there. */
const TOKEN = '$PMJOB_TOKEN';

/**
 * The request of a plan as a command for a POSIX shell, with the variable PMJOB_TOKEN in the token's place. The body goes
 * through a pipe: as an argument it could be longer than a system takes. There is no comment in it, as an interactive
 * shell may run what stands behind `#`.
 */
export function curlOf({ id, body }: Pick<Plan, 'id' | 'body'>, connection: Pick<Connection, 'baseUrl'>): string {
  const { method, url, headers } = requestTo(connection, writeRequest(id, body), TOKEN);
  const lines = [
    // Brackets and braces in an address are patterns to curl.
    `curl${/[[\]{}]/.test(url) ? ' --globoff' : ''} --request ${method} ${quoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => `--header ${header(name, value)}`),
    '--data-binary @-',
  ];
  return `printf %s ${quoted(body)} |\n  ${lines.join(' \\\n    ')}\n`;
}

/** In single quotes a shell leaves everything as it is; a single quote itself stands between two such texts. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The one header that names a variable holds nothing else that means something in double quotes. */
function header(name: string, value: string): string {
  const text = `${name}: ${value}`;
  return value.includes(TOKEN) ? `"${text}"` : quoted(text);
}
