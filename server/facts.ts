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
  /** The id of the job that the file is linked to; a file that holds an `id` says it itself. */
  jobId?: string;
  /** The other job files of the workspace, by the address that is shown for them. */
  workspace?: ReadonlyMap<string, OtherFile>;
  server?: KnownOnServer;
}

/** Another job file; an opened document is one. */
interface OtherFile {
  /** What could be read of it. */
  readonly value: unknown;
  /** The id of the job that it is linked to, where it does not hold its own. */
  readonly jobId?: string;
  range(at: Pointer, part: Part): Range;
}

/** What is known of the platform that the file belongs to. */
interface KnownOnServer {
  /**
   * Jobs by their id in lower case, as the platform answers: a summary lacks what it does not tell. Null: the platform was
   * asked for that job and has none.
   */
  jobs: ReadonlyMap<string, JsonObject | null>;
  /** Names of assets, tags, patches and users by their id in lower case. */
  names?: ReadonlyMap<string, string>;
}
