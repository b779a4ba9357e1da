import { isObject, type Json } from './json.ts';

/** File and job on one platform, with the pointers that the file named when it was last pushed. */
export interface Link {
  /** Relative to the folder that holds `.pmjob/`, with forward slashes. */
  file: string;
  origin: string;
  customerId: string;
  id: string;
  name: string;
  named: string[];
}

/**
 * The links that the text of a `.pmjob/links.json` holds. `cause` says why it cannot be used: marks of a merge conflict, two
 * jobs for one file on one platform, or no links at all. A wrong link would change the wrong job, a lost one make a second.
 */
export function linksIn(text: string): { links: Link[] } | { cause: string } {
  if (text.trim() === '') return { cause: 'it is empty' };
  if (/^(<{7}|={7}|>{7})/m.test(text)) return { cause: 'it holds the marks of a merge conflict' };
  const value = parsed(text);
  if (isObject(value) && (value.version ?? 1) !== 1) return { cause: 'it was not written by this version of pmjob' };
  const entries = isObject(value) ? value.links : undefined;
  if (!Array.isArray(entries)) return { cause: 'it is not what pmjob writes there' };
  const links: Link[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    const link = linkFrom(entry);
    if ('cause' in link) return link;
    if (seen.has(linkKey(link))) return { cause: `it gives ${link.file} two jobs on one platform` };
    seen.add(linkKey(link));
    links.push(link);
  }
  return { links };
}

/** The id of the one job that each file is; a file with jobs on several platforms is not among them. */
export function soleJobs(links: readonly Link[]): Map<string, string> {
  const jobs = new Map<string, string>();
  const several = new Set<string>();
  for (const { file, id } of links) {
    if (jobs.has(file)) several.add(file);
    jobs.set(file, id);
  }
  for (const file of several) jobs.delete(file);
  return jobs;
}

/** The same for two links of one file on one platform, of which there is but one. */
export function linkKey({ file, origin, customerId }: Link): string {
  return `${file}\n${origin}\n${customerId}`;
}

function linkFrom(entry: Json): Link | { cause: string } {
  if (!isObject(entry)) return { cause: 'an entry is not a link' };
  const { file, origin, customerId, id, name, named } = entry;
  if (typeof file !== 'string') return lacks('file');
  if (typeof origin !== 'string') return lacks('origin');
  if (!URL.canParse(origin)) return { cause: `an entry has "${origin}" as its origin, which is no address` };
  if (typeof customerId !== 'string') return lacks('customerId');
  if (typeof id !== 'string') return lacks('id');
  if (typeof name !== 'string') return lacks('name');
  const pointers = Array.isArray(named) ? named.filter((one) => typeof one === 'string') : [];
  // As the engine spells them: another spelling of the same platform would be another platform.
  const platform = { origin: new URL(origin).origin, customerId: customerId.toLowerCase() };
  return { file, ...platform, id, name, named: pointers };
}

function lacks(key: string): { cause: string } {
  return { cause: `an entry has no "${key}"` };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
