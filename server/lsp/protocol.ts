import type { JudgedFinding } from '../../schemas/finding.ts';
import type { Json, JsonObject } from '../../schemas/json.ts';
import type { NamedOnServer } from '../facts.ts';
import { NotificationType, RequestType } from './library.ts';

/**
 * What a push asks before it sends: the rules on a file as the person sees it, and on the body that was composed of it. `uri` is
 * the file's address: the settings of its folder hold, but that they lower no error.
 */
export const judgeFileRequest = new RequestType<{ path: string; text: string; uri?: string }, JudgedFinding[], void>(
  'pmjob/judgeFile',
);
export const judgeBodyRequest = new RequestType<{ body: Json; uri?: string }, JudgedFinding[], void>('pmjob/judgeBody');

/** What the server asks of an editor that said so (`initializationOptions.tellsNames`): the names behind the ids of a file. */
export interface NamesWanted {
  uri: string;
  /** Jobs that are wanted whole. */
  jobs: string[];
  /** The edition that the server holds: its names need not come again. */
  held: string | null;
}

/** Null: nobody is signed in where that file belongs, or nothing is known. */
export type NamesAnswer = {
  /** Differs when the names do, and from platform to platform. */
  edition: string;
  /** Absent when it is the edition that is held. */
  names?: { jobs: JsonObject[]; named: ({ id: string } & NamedOnServer)[] };
  /** What is known of the jobs that were wanted: null where the platform has none of that id. */
  whole: { id: string; job: JsonObject | null }[];
} | null;

export const namesRequest = new RequestType<NamesWanted, NamesAnswer, void>('pmjob/names');

/** The editor tells: another connection, another account, or something was sent. */
export const namesChangedNotification = new NotificationType<void>('pmjob/namesChanged');
