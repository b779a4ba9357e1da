import type { JsonObject } from '../../schemas/json.ts';
import { summaryOf } from '../domain/job-summary.ts';
import type { KnownOnServer, NamedOnServer } from '../facts.ts';
import type { NamesAnswer, NamesWanted } from './protocol.ts';

/** What the platform of each file knows. What is at hand is answered; more is asked for while nobody waits. */
export interface PlatformNames {
  of(uri: string): KnownOnServer | undefined;
  /** Another connection is in use, or something was sent: what is known may be old. */
  changed(): void;
  closed(uri: string): void;
}

interface Sources {
  now(): number;
  /** Does the editor tell names at all? */
  tells(): boolean;
  ask(wanted: NamesWanted): Promise<NamesAnswer>;
  /** Jobs that a file refers to. */
  refersTo(uri: string): string[];
  /** Does work that nobody waits for; a fault in it is logged. */
  guarded(work: () => Promise<void>): Promise<void>;
}

/** The editor keeps names itself, so that to ask again costs it little. */
const FRESH_FOR = 30_000;

interface KnownOfFile {
  asked: number;
  pending: boolean;
  wanted: ReadonlySet<string>;
  edition: string | null;
  whole: ReadonlyMap<string, JsonObject | null>;
}

interface Edition {
  jobs: ReadonlyMap<string, JsonObject>;
  names: ReadonlyMap<string, NamedOnServer>;
}

const NEVER_ASKED: KnownOfFile = {
  asked: Number.NEGATIVE_INFINITY,
  pending: false,
  wanted: new Set(),
  edition: null,
  whole: new Map(),
};

const NOTHING: Edition = { jobs: new Map(), names: new Map() };

/** `stale` is told of files of which more is known now, or less. */
export function platformNames(sources: Sources, stale: (uris: readonly string[]) => void): PlatformNames {
  const files = new Map<string, KnownOfFile>();
  const editions = new Map<string, Edition>();
  const shown = new WeakMap<KnownOfFile, KnownOnServer>();

  function askWhenOld(uri: string): void {
    const present = files.get(uri) ?? NEVER_ASKED;
    if (present.pending) return;
    const wanted = new Set(sources.refersTo(uri));
    const isOld = sources.now() - present.asked >= FRESH_FOR;
    if (!isOld && [...wanted].every((id) => present.wanted.has(id))) return;
    files.set(uri, { ...present, asked: sources.now(), pending: true, wanted });
    void sources.guarded(() => ask(uri, wanted));
  }

  async function ask(uri: string, wanted: ReadonlySet<string>): Promise<void> {
    const held = files.get(uri)?.edition ?? null;
    let answer: NamesAnswer = null;
    try {
      answer = await sources.ask({ uri, jobs: [...wanted], held });
    } finally {
      const present = files.get(uri);
      if (present !== undefined) keep(uri, { ...present, pending: false }, answer);
    }
  }

  function keep(uri: string, present: KnownOfFile, answer: NamesAnswer): void {
    if (answer?.names) editions.set(answer.edition, editionOf(answer.names));
    const edition = answer === null || !editions.has(answer.edition) ? null : answer.edition;
    const whole = new Map(answer?.whole.map(({ id, job }) => [id.toLowerCase(), job && (summaryOf(job) ?? null)]));
    files.set(uri, { ...present, edition, whole });
    forgetUnused();
    if (edition !== present.edition || !isSame(whole, present.whole)) stale([uri]);
  }

  function forgetUnused(): void {
    const used = new Set([...files.values()].map(({ edition }) => edition));
    for (const edition of editions.keys()) if (!used.has(edition)) editions.delete(edition);
  }

  return {
    of(uri) {
      if (!sources.tells()) return undefined;
      askWhenOld(uri);
      const file = files.get(uri) ?? NEVER_ASKED;
      const known = shown.get(file) ?? knownOf(file, editions.get(file.edition ?? '') ?? NOTHING);
      shown.set(file, known);
      return known;
    },
    changed() {
      const uris = [...files.keys()];
      for (const [uri, file] of files) files.set(uri, { ...file, asked: Number.NEGATIVE_INFINITY });
      stale(uris);
    },
    closed(uri) {
      files.delete(uri);
      forgetUnused();
    },
  };
}

function editionOf({ jobs, named }: NonNullable<NonNullable<NamesAnswer>['names']>): Edition {
  return {
    jobs: new Map(jobs.map((job) => [String(job.id).toLowerCase(), job])),
    names: new Map(named.map(({ id, ...rest }) => [id.toLowerCase(), rest])),
  };
}

/** A whole job goes before what the list tells of it. */
function knownOf({ whole, pending }: KnownOfFile, { jobs, names }: Edition): KnownOnServer {
  return { jobs: new Map<string, JsonObject | null>([...jobs, ...whole]), names, pending };
}

function isSame(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  return JSON.stringify([...one]) === JSON.stringify([...other]);
}
