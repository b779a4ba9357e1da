import { readdirSync, readFileSync } from 'node:fs';

/** What a process has used so far; undefined where the system does not say it in `/proc`. */
export interface Usage {
  /** Of all its threads, in milliseconds. */
  processorTime: number;
  /** Resident memory in megabytes of 1,000,000 bytes. */
  memory: number;
}

export function usageOf(pid: number): Usage | undefined {
  if (process.platform !== 'linux') return undefined;
  const tasks = readdirSync(`/proc/${pid}/task`);
  const nanoseconds = tasks.map((task) =>
    Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]),
  );
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return {
    processorTime: nanoseconds.reduce((sum, value) => sum + value, 0) / 1e6,
    memory: (Number(kilobytes) * 1024) / 1e6,
  };
}
