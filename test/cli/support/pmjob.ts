import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

export interface Run {
  code: number | null;
  /** Standard output. */
  result: string;
  /** Standard error. */
  notes: string;
}

export interface Where {
  folder: string;
  variables?: Record<string, string>;
  /** As a user who may not read everything, also when the tests run as root. */
  isNobody?: true;
  /** The result goes where there is no space left. */
  isOnFullDisk?: true;
  input?: string | Uint8Array;
}

/** Runs the bundled command line as a process of its own, without a terminal, with no PMJOB_ variable but those given. */
export async function pmjob(words: string[], where: Where): Promise<Run> {
  const child = where.isOnFullDisk ? startOnFullDisk(words, where) : start(words, where);
  child.stdin.on('error', () => undefined);
  child.stdin.end(where.input ?? '');
  const [result, notes] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, result, notes };
}

export function start(words: string[], { folder, variables = {}, isNobody }: Omit<Where, 'input' | 'isOnFullDisk'>) {
  const user = isNobody && process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  return spawn(process.execPath, [CLI, ...words], { cwd: folder, env: environmentOf(folder, variables), ...user });
}

function startOnFullDisk(words: string[], { folder, variables = {} }: Where) {
  const line = ['-c', 'exec "$@" >/dev/full', 'sh', process.execPath, CLI, ...words];
  return spawn('/bin/sh', line, { cwd: folder, env: environmentOf(folder, variables) });
}

/** Runs it on a terminal of its own and types the answers, each when the screen shows what it answers. */
export async function pmjobOnTerminal(
  words: string[],
  { folder, variables = {} }: Omit<Where, 'input'>,
  answers: { at: string; type: string }[],
): Promise<{ code: number | null; screen: string }> {
  const line = [process.execPath, CLI, ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  // A shell that stays between the terminal and the process dies of Ctrl-C, and its exit code hides ours.
  const command = `exec ${line}`;
  const child = spawn('/usr/bin/script', ['--quiet', '--return', '--flush', '--command', command, '/dev/null'], {
    cwd: folder,
    env: { ...environmentOf(folder, variables), SHELL: '/bin/sh' },
  });
  const waiting = [...answers];
  let screen = '';
  child.stdout.on('data', (bytes: Buffer) => {
    screen += bytes.toString('utf8');
    const next = waiting[0];
    if (next === undefined || !screen.includes(next.at)) return;
    waiting.shift();
    child.stdin.write(next.type);
  });
  await once(child, 'close');
  child.stdin.destroy();
  return { code: child.exitCode, screen };
}

function environmentOf(folder: string, variables: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PMJOB_') && name !== 'NO_COLOR');
  return { ...Object.fromEntries(kept), XDG_CONFIG_HOME: folder, HOME: folder, TERM: 'xterm', ...variables };
}
