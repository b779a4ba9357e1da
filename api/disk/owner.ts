import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import type { IntentOwner, OwnerLife } from '../push/request.ts';

/** This process, as the owner of an intent. */
export function thisProcess(): IntentOwner {
  return {
    host: hostname(),
    processId: process.pid,
    processStart: startOf(process.pid) ?? '',
    user: userName(),
  };
}

/**
 * Does the process that wrote an intent still run? `unknown` when it is on another machine. A process that has the
 * number but another start is another one; where no start is told, the number counts.
 */
export async function ownerLife(owner: IntentOwner): Promise<OwnerLife> {
  if (owner.host !== hostname()) return 'unknown';
  if (!isRunning(owner.processId)) return 'dead';
  const started = startOf(owner.processId);
  return started === undefined || owner.processStart === '' || started === owner.processStart ? 'alive' : 'dead';
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

/**
 * Which boot of the machine, and how many ticks after it a process started: neither moves when the clock is set or the
 * machine sleeps, as a time of day does. Undefined where the system does not say (no `/proc`).
 */
function startOf(processId: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    // Fields are counted after the command's name, which may hold blanks; the start is the 22nd.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? undefined : `boot ${boot}, tick ${ticks}`;
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
