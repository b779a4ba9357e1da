import type { Range } from 'vscode-languageserver-types';
import type { JsonObject } from '../schemas/json.ts';
import type { Pointer } from '../schemas/pointer.ts';
import type { Part } from './document/range-of-place.ts';
import type { ZoneEntry } from './domain/zone-directory.ts';

/** What a rule may know beside the document. A fact that is absent means silence, never a guess. */
export interface Facts {
  /** The present moment, in milliseconds since 1970. */
  now?: number;
  /** The IANA name of the time zone of the person who reads. */
  readerZone?: string;
  /** Every time zone as it is now, kept by whoever asks for it often: to make the list takes some 40 milliseconds. */
  zones?: () => readonly ZoneEntry[];
  /** The id of the job that the file is linked to, which makes it an update; a file that holds an `id` says it itself. */
  readonly jobId?: string | undefined;
  workspace?: OtherFiles;
  readonly server?: KnownOnServer | undefined;
}

/**
 * The other job files of the workspace, by the address that is shown for them. They may be read when they are first asked for: a
 * rule that can do without them does not ask.
 */
export interface OtherFiles extends Iterable<[file: string, other: OtherFile]> {
  get(file: string): OtherFile | undefined;
  /** Some are not read: what is not among them may be there all the same. */
  readonly incomplete?: boolean;
}

/** Another job file; an opened document is one. */
export interface OtherFile {
  /** What could be read of it; at least what `summaryOf` keeps. */
  readonly value: unknown;
  /** The id of the job that it is linked to, where it does not hold its own. */
  readonly jobId?: string | undefined;
  range(at: Pointer, part: Part): Range;
}

/** What is known of the platform that the file belongs to. */
export interface KnownOnServer {
  /**
   * Jobs by their id in lower case, as the platform answers: a summary lacks what it does not tell. Null: the platform was
   * asked for that job and has none.
   */
  jobs: ReadonlyMap<string, JsonObject | null>;
  /** Assets, tags, patches and users by their id in lower case. */
  names?: ReadonlyMap<string, NamedOnServer>;
  /** More is on its way: what is absent now may be there in a moment. */
  pending?: boolean;
}

export interface NamedOnServer {
  name: string;
  kind: NamedKind;
  platform?: string;
  /** A few words more: an operating system, a KB number. */
  detail?: string;
}

export type NamedKind = 'asset' | 'tag' | 'patch' | 'user';
