import { linksIn, soleJobs } from '../../schemas/links.ts';
import type { Disk } from './disk.ts';
import { folderOf, plainAddress } from './folders.ts';

/** Which job a file is, as the `.pmjob/links.json` that holds for it says. */
export interface LinkFiles {
  /** Undefined for a file without a link, with several, or whose links cannot be relied on. */
  jobOf(file: string): string | undefined;
  /** Links were written. */
  changed(): void;
}

interface ReadLinks {
  text: string | undefined;
  jobs: ReadonlyMap<string, string>;
}

const PATH = '.pmjob/links.json';

/** A look at the disk holds that long, in milliseconds: the editor tells of changes, but not of all. */
const TRUSTED_FOR = 2_000;

/** Nothing is read before a job is asked for. */
export function linkFiles(disk: Pick<Disk, 'exists' | 'read' | 'trueAddress'>, now: () => number): LinkFiles {
  const read = new Map<string, ReadLinks>();
  const addresses = new Map<string, string>();
  const holders = new Map<string, string | undefined>();
  const fresh = new Set<string>();
  let looked = Number.NEGATIVE_INFINITY;

  function changed(): void {
    addresses.clear();
    holders.clear();
    fresh.clear();
    looked = now();
  }

  /** Each folder is looked at once, however many files are below it. */
  function holderOf(folder: string): string | undefined {
    if (holders.has(folder)) return holders.get(folder);
    const above = folderOf(folder);
    const holder = disk.exists(`${folder}/.pmjob`) ? folder : above === undefined ? undefined : holderOf(above);
    holders.set(folder, holder);
    return holder;
  }

  function jobsIn(holder: string): ReadonlyMap<string, string> {
    const last = read.get(holder);
    if (last !== undefined && fresh.has(holder)) return last.jobs;
    fresh.add(holder);
    const text = disk.read(`${holder}/${PATH}`);
    if (last !== undefined && last.text === text) return last.jobs;
    const links = linksIn(text ?? '');
    const jobs = soleJobs('links' in links ? links.links : []);
    read.set(holder, { text, jobs });
    return jobs;
  }

  return {
    changed,
    jobOf(file) {
      if (now() - looked >= TRUSTED_FOR) changed();
      const address = addresses.get(file) ?? disk.trueAddress(file);
      addresses.set(file, address);
      const folder = folderOf(address);
      const holder = folder === undefined ? undefined : holderOf(folder);
      if (holder === undefined) return undefined;
      return jobsIn(holder).get(plainAddress(address.slice(holder.length + 1)));
    },
  };
}

export function isLinkFile(uri: string): boolean {
  return uri.endsWith(`/${PATH}`);
}
