// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** The environment variable by which the processes of one editor know each other, also after their parent's death. */
const mark = 'PMJOB_EDITOR_RUN';

/**
 * An environment that marks a process and all that it starts.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} run
 * @returns {NodeJS.ProcessEnv}
 */
export function marked(env, run) {
  return { ...env, [mark]: run };
}

/**
 * Waits until no marked process is left, as long as the patience lasts (milliseconds).
 *
 * @param {string} run
 * @param {number} patience
 * @returns {Promise<{ pid: number, command: string }[]>} those that are left then
 */
export async function leftOver(run, patience) {
  const end = Date.now() + patience;
  for (;;) {
    const left = await markedProcesses(run);
    if (left.length === 0 || Date.now() > end) return left;
    await pause(50);
  }
}

/**
 * Ends processes without asking; one that is gone already is no failure.
 *
 * @param {readonly { pid: number }[]} processes
 */
export function endNow(processes) {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended between the look and the signal.
    }
  }
}

/** @param {string} run */
async function markedProcesses(run) {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) => {
      const environment = await readProcess(id, 'environ');
      if (!environment.split('\0').includes(`${mark}=${run}`)) return [];
      const command = (await readProcess(id, 'cmdline')).replaceAll('\0', ' ').trim();
      return [{ pid: Number(id), command }];
    }),
  );
  return found.flat();
}

/**
 * @param {string} id
 * @param {'environ' | 'cmdline'} name
 */
async function readProcess(id, name) {
  try {
    return await readFile(`/proc/${id}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
