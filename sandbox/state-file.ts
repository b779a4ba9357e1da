import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isObject, type Json } from '../schemas/json.ts';
import { isUuid } from './checks.ts';
import { SandboxError } from './failure.ts';
import { type StoredJob, storedFieldNames } from './job/fields.ts';

/**
 * The jobs of a state file, or null when there is no such file. The file is `{"version": 1, "jobs": […]}`; a job has an
 * answer's fields, but each action its base64 script, and `chainedJobRule` instead of `linkedToJob`.
 * A file that holds anything else throws `state-file-unreadable`.
 */
export function readStateFile(path: string): StoredJob[] | null {
  const text = readText(path);
  if (text === null) return null;
  const jobs = jobsIn(parse(text, path));
  if (jobs === null) throw unreadable(path, 'it is not the state of a sandbox');
  return jobs;
}

/** Writes beside the file, syncs, and renames, so that a reader sees the old state or the new. */
export function writeStateFile(path: string, jobs: readonly StoredJob[]): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(temporary, 'w', 0o600);
    try {
      writeFileSync(file, `${JSON.stringify({ version: 1, jobs }, null, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new SandboxError({ code: 'state-file-unwritable', path, reason: reasonOf(error) });
  }
}

function readText(path: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw unreadable(path, reasonOf(error));
  }
}

function parse(text: string, path: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(path, 'it is not JSON');
  }
}

function jobsIn(state: Json): StoredJob[] | null {
  if (!isObject(state) || state.version !== 1 || !Array.isArray(state.jobs)) return null;
  const jobs = state.jobs.filter(isStoredJob);
  return jobs.length === state.jobs.length ? jobs : null;
}

function isStoredJob(job: Json): job is StoredJob {
  return (
    isObject(job) &&
    storedFieldNames().every((name) => Object.hasOwn(job, name)) &&
    isUuid(job.id ?? null) &&
    [job.name, job.platform, job.status].every((value) => typeof value === 'string')
  );
}

function unreadable(path: string, reason: string): SandboxError {
  return new SandboxError({ code: 'state-file-unreadable', path, reason });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error);
}
