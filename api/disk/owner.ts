import { readFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import type { IntentOwner, OwnerLife } from '../push/request.ts';

/** This process, as the owner of an intent. */
export function thisProcess(): IntentOwner {
  return {
    host: hostname(),
    processId: process.pid,
    processStart: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    user: userName(),
  };
}

/** Two clocks' readings of one process's start differ by rounding, and by what the machine's clock was set since. */
const SAME_START = 10_000;

/**
 * Does the process that wrote an intent still run? `unknown` when it is on another machine. A process that has the
 * number but started at another time is another one.
 */
export async function ownerLife(owner: IntentOwner): Promise<OwnerLife> {
  if (owner.host !== hostname()) return 'unknown';
  if (!isRunning(owner.processId)) return 'dead';
  const started =
    owner.processId === process.pid ? Date.parse(thisProcess().processStart) : await startOf(owner.processId);
  if (started === undefined) return 'alive';
  return Math.abs(started - Date.parse(owner.processStart)) <= SAME_START ? 'alive' : 'dead';
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Somebody else's process, but one that runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process started, in milliseconds since 1970; undefined where the system does not say (no `/proc`). */
async function startOf(processId: number): Promise<number | undefined> {
  try {
    const stat = await readFile(`/proc/${processId}/stat`, 'utf8');
    const system = await readFile('/proc/stat', 'utf8');
    // Fields are counted after the command's name, which may hold blanks; the start is the 22nd, in ticks of 1/100 s.
    const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
    const boot = Number(/^btime (\d+)$/m.exec(system)?.[1]);
    const start = (boot + ticks / 100) * 1000;
    return Number.isNaN(start) ? undefined : start;
  } catch {
    return undefined;
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without an entry in the system's list, as in some containers.
    return '';
  }
}
