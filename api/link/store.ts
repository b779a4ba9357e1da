/**
 * The files below one `.pmjob/` folder, as the engine needs them. Paths are relative to it, with forward slashes.
 * The editor and the command line hand in the same implementation (api/disk).
 */
export interface StateStore {
  /** The text of a file, or undefined when there is none. */
  read(path: string): Promise<string | undefined>;
  /** Replaces a file: temporary file, synced, renamed. Creates folders. `secret` means mode 0600. */
  write(path: string, text: string, options?: { secret?: boolean }): Promise<void>;
  /** Makes a file that must not exist, synced; false when somebody else has made it first. Mode 0600. */
  createExclusively(path: string, text: string): Promise<boolean>;
  /** Adds a line of its own, also after one that was cut off. Mode 0600. */
  append(path: string, line: string): Promise<void>;
  remove(path: string): Promise<void>;
  list(folder: string): Promise<string[]>;
  /** Is a job file still there? `path` as in links: relative to the folder that holds `.pmjob/`. */
  hasJobFile(path: string): Promise<boolean>;
}
