import { cpus, loadavg, type } from 'node:os';

/** What the figures were measured on. */
export interface Machine {
  system: string;
  node: string;
  cores: number;
  processor: string;
  /** Processes that wanted a core in the last minute, on average. */
  load: number;
}

export function thisMachine(): Machine {
  const cores = cpus();
  return {
    system: `${type()} ${process.arch}`,
    node: process.version,
    cores: cores.length,
    processor: cores[0]?.model.trim() ?? 'unknown',
    load: loadavg()[0] ?? 0,
  };
}
