import type { JobDocument } from '../document/document.ts';
import { summaryOf } from '../domain/job-summary.ts';
import type { Facts, KnownOnServer, OtherFile } from '../facts.ts';
import { gatheredWhenAsked, withJob } from '../other-files.ts';
import type { Disk } from './disk.ts';
import { plainAddress, schemeOf } from './folders.ts';
import { digestOf, jobsOnDisk } from './jobs-on-disk.ts';
import type { Beside } from './known-facts.ts';
import { isLinkFile, linkFiles } from './link-files.ts';
import { nextMessageTaken } from './messages-at-hand.ts';
import { isSearched } from './searched-files.ts';
import { isStateFolder } from './settings-files.ts';

/** What is known beside each job file. Nothing is read before a rule asks, and nobody waits for what is read then. */
export interface JobFacts {
  /** The facts of a file as they are now; of no file, those that hold for any. */
  of(uri: string | undefined): Facts;
  /** What a judgement comes to when the files that it asks for have been read. */
  whenKnown<Judgement>(judge: () => Judgement): Promise<Judgement>;
  /** An open job file was opened, typed in or closed. */
  changed(uri: string): void;
  /** Files were made, written or removed on the disk. */
  changedOnDisk(uris: readonly string[]): void;
  /** Folders were opened or closed. */
  foldersChanged(): void;
}

interface Sources {
  disk: Disk;
  now(): number;
  /** The facts of a file with what is beside it, or of any. */
  facts(beside?: Beside): Facts;
  workspaceFolders(): readonly string[];
  /** Milliseconds after which the disk is looked at again. */
  freshFor(): number;
  /** What the platform of a file knows. */
  server(uri: string): KnownOnServer | undefined;
  /** The job files that the editor has open. */
  open(): readonly JobDocument[];
  document(uri: string): JobDocument | undefined;
  /** Does a diagnostic of a file point into another one? */
  pointsTo(uri: string, other: string): boolean;
  /** Does work that nobody waits for; a fault in it is logged. */
  guarded(work: () => Promise<void>): Promise<void>;
}

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** `stale` is told of files whose judgement rests on what has changed since. */
export function jobFacts(sources: Sources, stale: (uris: readonly string[]) => void): JobFacts {
  const onDisk = jobsOnDisk(sources.disk);
  const links = linkFiles(sources.disk, sources.now);
  /** Files whose judgement has asked for something beside them. */
  const asked = new Set<string>();
  /** What others were last told of each open file. */
  const told = new Map<string, string>();
  const changing = new Set<string>();
  /** Of the files that have asked since the disk was last looked at. */
  const trueAddresses = new Map<string, string>();
  let looked = Number.NEGATIVE_INFINITY;
  let looks = 0;
  let looking: Promise<void> | undefined;

  function lookWhenOld(): void {
    if (sources.now() - looked < sources.freshFor()) return;
    looked = sources.now();
    look(() => onDisk.look(sources.workspaceFolders()));
  }

  /** One look at a time, in the order in which they were wanted. */
  function look(work: () => Promise<string[]>): void {
    const number = ++looks;
    trueAddresses.clear();
    looking = (async (before) => {
      await before;
      await sources.guarded(async () => {
        const wasIncomplete = onDisk.incomplete;
        const changed = await work();
        if (wasIncomplete !== onDisk.incomplete) return tell([...asked]);
        const open = openFiles();
        tell(restingOn(changed.filter((uri) => !open.has(plainAddress(uri)))));
      });
      if (number === looks) looking = undefined;
    })(looking);
  }

  function openFiles(): Map<string, JobDocument> {
    return new Map(sources.open().map((document) => [plainAddress(document.uri), document]));
  }

  /** Open files as the editor has them, the others as the disk has them. */
  function besides(uri: string): Map<string, OtherFile> {
    asked.add(uri);
    lookWhenOld();
    const all = new Map<string, OtherFile & { uri: string }>(onDisk.files);
    for (const document of sources.open()) {
      // Its own judgement tells others nothing.
      if (document.uri === uri) continue;
      const value = summaryOf(document.value);
      told.set(plainAddress(document.uri), digestOf(value));
      all.set(plainAddress(document.uri), { uri: document.uri, value, range: placesIn(document.uri) });
    }
    all.delete(plainAddress(uri));
    if (all.size > 0) all.delete(plainAddress(trueAddressOf(uri)));
    const found = new Map<string, OtherFile>();
    for (const file of all.values()) {
      // Of another scheme is, for instance, the version of a file that git shows beside the present one.
      if (schemeOf(file.uri) !== schemeOf(uri)) continue;
      const jobId = () => links.jobOf(file.uri);
      found.set(file.uri, withJob(file, jobId));
    }
    return found;
  }

  function trueAddressOf(uri: string): string {
    const known = trueAddresses.get(uri) ?? sources.disk.trueAddress(uri);
    trueAddresses.set(uri, known);
    return known;
  }

  /** A judgement keeps no version of another file from being let go. */
  function placesIn(uri: string): OtherFile['range'] {
    return (at, part) => sources.document(uri)?.range(at, part) ?? NOWHERE;
  }

  async function tellOfChanging(): Promise<void> {
    await nextMessageTaken();
    const uris = [...changing];
    changing.clear();
    const open = openFiles();
    const moved = new Set(uris.filter((uri) => isAnother(uri, open.get(plainAddress(uri)))));
    tell([...new Set([...restingOn([...moved]), ...pointingTo(uris.filter((uri) => !moved.has(uri)))])]);
  }

  /** Is an open file, or the one that was closed, another job to others than they were told? */
  function isAnother(uri: string, document: JobDocument | undefined): boolean {
    const address = plainAddress(uri);
    const written = onDisk.files.get(address)?.digest;
    const before = told.get(address) ?? written;
    const present = document === undefined ? written : digestOf(summaryOf(document.value));
    if (document === undefined || present === undefined) told.delete(address);
    else told.set(address, present);
    return present !== before;
  }

  function restingOn(uris: readonly string[]): string[] {
    return [...asked].filter((one) => uris.some((uri) => plainAddress(uri) !== plainAddress(one)));
  }

  function pointingTo(uris: readonly string[]): string[] {
    return [...asked].filter((one) => uris.some((uri) => sources.pointsTo(one, uri)));
  }

  function tell(uris: readonly string[]): void {
    if (uris.length === 0) return;
    for (const uri of uris) asked.delete(uri);
    stale(uris);
  }

  return {
    of(uri) {
      if (uri === undefined) return sources.facts();
      return sources.facts({
        jobId() {
          asked.add(uri);
          return links.jobOf(uri);
        },
        workspace: gatheredWhenAsked(
          () => besides(uri),
          () => onDisk.incomplete,
        ),
        server: () => sources.server(uri),
      });
    },
    async whenKnown(judge) {
      const first = judge();
      if (looking === undefined) return first;
      while (looking !== undefined) await looking;
      return judge();
    },
    changed(uri) {
      asked.delete(uri);
      if (asked.size === 0) return;
      changing.add(uri);
      if (changing.size === 1) void sources.guarded(tellOfChanging);
    },
    changedOnDisk(uris) {
      if (uris.some((uri) => isLinkFile(uri) || isStateFolder(uri))) {
        links.changed();
        tell([...asked]);
      }
      const jobs = uris.filter(isSearched);
      if (jobs.length > 0 && looked > Number.NEGATIVE_INFINITY) look(() => onDisk.lookAt(jobs));
    },
    foldersChanged() {
      if (looked > Number.NEGATIVE_INFINITY) look(() => onDisk.look(sources.workspaceFolders()));
    },
  };
}
