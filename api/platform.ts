/** A person's name for a place where jobs live, with how to reach it. Holds no secret. */
export interface Connection {
  name: string;
  /** Base URL of the API, e.g. `https://gateway.qg1.apps.qualys.com`; https, or http on loopback. */
  baseUrl: string;
  /** Where to sign in; the base URL's origin unless named. */
  gatewayUrl?: string;
  /** A push to it wants its name typed. */
  protected: boolean;
}

/** How a session proves who it is. Never written to a file, a log or a message. */
export type Credentials =
  | { kind: 'token'; token: string }
  | { kind: 'password'; username: string; password: string }
  | { kind: 'none' };

/** Where jobs live: the base URL's origin and the subscription. */
export interface Platform {
  origin: string;
  /** Undefined when it cannot be learned (an empty subscription): then no link matches. */
  customerId: string | undefined;
}

/** A platform as it is named to a person before something is sent there. */
export interface Target extends Platform {
  connection: string;
  host: string;
  protected: boolean;
}

export type JobId = string;

/** Are two ids the same? They are UUIDs, which upper and lower case do not tell apart. */
export function isSameId(one: JobId, other: JobId): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A job that is looked for, with what says that it is the one. */
export interface NamedJob {
  id: JobId;
  /** The file's link, the "id" in it, or both; empty or undefined when a person named the job by its id. */
  namedBy?: readonly ('link' | 'id')[];
  /** The job that the file is by its link or its "id", where a person named another one. */
  otherwise?: JobId;
}
