import { relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findStateRoot } from '../../api/disk/state-root.ts';
import { truePath } from '../../api/disk/true-path.ts';
import type { Facts, OtherFile } from '../../server/facts.ts';
import { nodeDisk } from '../../server/lsp/disk.ts';
import { plainAddress } from '../../server/lsp/folders.ts';
import { type JobOnDisk, jobsOnDisk } from '../../server/lsp/jobs-on-disk.ts';
import { type LinkFiles, linkFiles } from '../../server/lsp/link-files.ts';
import { gatheredWhenAsked, withJob } from '../../server/other-files.ts';
import type { Environment } from '../environment.ts';

/** Judges a file with what is known beside it. */
export type JudgeWithFacts = <Judgement>(judge: (facts: Facts) => Judgement) => Promise<Judgement>;

/**
 * What is known beside each named file: the moment, the job that it is, and the other job files of the folder that holds its
 * `.pmjob/`. These are read once, and only when a rule asks for them.
 */
export function factsReader(environment: Environment): (named: string) => Promise<JudgeWithFacts> {
  const now = () => environment.clock.now().getTime();
  const links = linkFiles(nodeDisk, now);
  const folders = new Map<string, FolderOfJobs>();

  return async (named) => {
    const path = await truePath(resolve(environment.workingFolder, named));
    const uri = pathToFileURL(path).href;
    const root = await findStateRoot(path);
    const folder = folders.get(root) ?? folderOfJobs(root);
    folders.set(root, folder);
    const others = () => othersThan(uri, folder.jobs(), links, environment.workingFolder);
    return async (judge) => {
      let isAsked = false;
      const gather = () => {
        isAsked = true;
        return others();
      };
      const facts = (): Facts => ({
        now: now(),
        get jobId() {
          return links.jobOf(uri);
        },
        workspace: gatheredWhenAsked(gather, folder.isIncomplete),
      });
      const judgement = judge(facts());
      return isAsked && (await folder.read()) ? judge(facts()) : judgement;
    };
  };
}

interface FolderOfJobs {
  jobs(): Iterable<JobOnDisk>;
  isIncomplete(): boolean;
  /** False when everything was read before. */
  read(): Promise<boolean>;
}

function folderOfJobs(root: string): FolderOfJobs {
  const onDisk = jobsOnDisk(nodeDisk);
  let reading: Promise<unknown> | undefined;
  let isRead = false;
  return {
    jobs: () => onDisk.files.values(),
    isIncomplete: () => onDisk.incomplete,
    async read() {
      if (isRead) return false;
      reading ??= onDisk.look([pathToFileURL(root).href.replace(/\/$/, '')]);
      await reading;
      isRead = true;
      return true;
    },
  };
}

/** By their paths as the reports show them. */
function othersThan(
  own: string,
  jobs: Iterable<JobOnDisk>,
  links: LinkFiles,
  workingFolder: string,
): Map<string, OtherFile> {
  const found = new Map<string, OtherFile>();
  for (const job of jobs) {
    if (plainAddress(job.uri) === plainAddress(own)) continue;
    const path = relative(workingFolder, fileURLToPath(job.uri)).split(sep).join('/');
    found.set(
      path,
      withJob(job, () => links.jobOf(job.uri)),
    );
  }
  return found;
}
