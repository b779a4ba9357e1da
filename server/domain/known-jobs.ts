import { isObject, type JsonObject } from '../../schemas/json.ts';
import type { Facts } from '../facts.ts';

/** A job other than the one that is judged, as the platform or a file of the workspace has it. */
export interface KnownJob {
  /** In lower case. */
  id: string;
  value: JsonObject;
  /** The file that it was read from; none for the platform's own answer. */
  file?: string;
}

/** The id of the job that is judged, in lower case. */
export function ownId(job: JsonObject, facts: Facts): string | undefined {
  return idOf(job, facts);
}

/** Every known job of an id, or of any: first as the platform has it, then as the files have it. */
export function knownJobs({ workspace, server }: Facts, id?: string): KnownJob[] {
  const found: KnownJob[] = [];
  for (const [known, value] of server?.jobs ?? []) {
    if (value !== null && (id === undefined || known === id)) found.push({ id: known, value });
  }
  for (const [file, other] of workspace ?? []) {
    const { value } = other;
    if (!isObject(value)) continue;
    const known = idOf(value, other);
    if (known !== undefined && (id === undefined || known === id)) found.push({ id: known, value, file });
  }
  return found;
}

/** The id of the job that a job is linked to, in lower case. */
export function linkedJobId({ linkedJobId: id }: JsonObject): string | undefined {
  return typeof id === 'string' && id !== '' ? id.toLowerCase() : undefined;
}

/** A link is looked up only for a file that does not say its id itself. */
function idOf({ id }: JsonObject, linked: { readonly jobId?: string | undefined }): string | undefined {
  const known = typeof id === 'string' && id !== '' ? id : linked.jobId;
  return known?.toLowerCase();
}
