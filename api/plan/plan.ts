import type { Json, JsonObject } from '../../schemas/json.ts';
import type { Pointer } from '../../schemas/pointer.ts';
import type { JobId, Target } from '../platform.ts';

/** A job file as it is about to be pushed: what the person sees, not what lies on the disk. */
export interface JobFile {
  /** Relative to the folder that holds `.pmjob/`, forward slashes: the file's name in links and history. */
  path: string;
  text: string;
}

/** A script in a plan: never its text. */
export interface ScriptFingerprint {
  sha256: string;
  /** Bytes after decoding. */
  length: number;
  lines: number;
}

/** One smallest changed value; a list of ids is one entry. */
export interface Change {
  pointer: Pointer;
  /** The field in words a person would use, e.g. "Reboot countdown: interval". */
  label: string;
  /** Undefined: not there. */
  before: Json | undefined;
  after: Json | undefined;
  /** Set when the value is a script: `before` and `after` are then fingerprints or undefined. */
  script?: true;
}

export interface Note {
  code: string;
  message: string;
  pointer?: Pointer;
}

/** What stops a push until a person has chosen. */
export type Conflict =
  /** The field changed on the server since the base, and is not what the file says. */
  | {
      kind: 'changed-on-server';
      pointer: Pointer;
      label: string;
      base: Json | undefined;
      server: Json | undefined;
      file: Json | undefined;
      /** Where the choice stands in the file, after a merge: the line of its first marker, from one. */
      line?: number;
    }
  /**
   * A script that would be sent cannot be compared with the server's. `sendable`: a person may send the one that is
   * known here; otherwise nobody knows what to send.
   */
  | { kind: 'script-unknown'; pointer: Pointer; label: string; sendable: boolean }
  /** A create, and the platform has jobs of that name. */
  | { kind: 'same-name'; name: string; jobs: { id: JobId; linkedFile?: string }[] }
  /** A create, and linked files are gone from the file's folder: it may be one of them under another name. */
  | { kind: 'linked-file-gone'; jobs: { id: JobId; linkedFile: string }[] }
  /** A file that is a job here, by its link or by its own id, was asked to be created again. */
  | { kind: 'already-linked'; id: JobId; by: 'link' | 'id' }
  /** The body's id and the link name different jobs. */
  | { kind: 'id-mismatch'; linked: JobId; body: JobId }
  /** The server's job is no longer what the plan saw. */
  | { kind: 'changed-since-plan' };

export interface Plan {
  file: JobFile;
  target: Target;
  action: 'create' | 'update';
  /** The job that an update changes. */
  id?: JobId;
  jobName: string;
  changes: Change[];
  notes: Note[];
  /** On-demand and Enabled: sending starts machines at once. */
  startsAtOnce: boolean;
  /** Assets that the body names, not those behind its tags. */
  namedAssets: number;
  namedTags: number;
  /** The exact text that will be sent. */
  body: string;
  sides: PlanSides;
  /** What the look saw, to be compared with a second look just before sending. */
  seen: Seen;
}

/**
 * The job as it is (undefined for a create) and as it will be, in the form in which they were compared: what differs between
 * them is what changes. They hold scripts: for a comparison that a person asks for, never for a log.
 */
export interface PlanSides {
  before: JsonObject | undefined;
  after: JsonObject;
}

/** What a look saw; `updatedAt` in milliseconds since 1970, null for a job that was never changed. */
export type Seen = { kind: 'job'; fingerprint: string; updatedAt: number | null } | { kind: 'names'; ids: JobId[] };
