import * as vscode from 'vscode';
import type { Clock } from '../../api/clock.ts';
import { describeFailure } from '../../api/failure-text.ts';
import type { Named } from '../../api/names/names.ts';
import type { JobSummary } from '../../api/operations/list-jobs.ts';
import type { Session } from '../../api/session.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { Connections } from '../connections/connections.ts';
import { NamesOfSession } from './names-of-session.ts';

/** What the language server asks: the names behind the ids of a file. */
export interface NamesWanted {
  uri: string;
  jobs: string[];
  held: string | null;
}

/** Null: nobody is signed in where that file belongs. The same as in the server's protocol. */
export interface NamesTold {
  edition: string;
  names?: { jobs: readonly JobSummary[]; named: readonly Named[] };
  whole: { id: string; job: JsonObject | null }[];
}

/**
 * Tells the language server the names that the connection in use knows. It asks nobody anything, starts nothing, and what
 * fails is in the log alone.
 */
export class NameTeller implements vscode.Disposable {
  readonly #connections: Connections;
  readonly #clock: Clock;
  readonly #log: vscode.LogOutputChannel;
  readonly #sessions = new WeakMap<Session, { number: number; names: NamesOfSession }>();
  readonly #ended = new AbortController();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;
  #count = 0;
  #epoch = 0;
  readonly onDidChange = this.#changed.event;

  constructor(connections: Connections, clock: Clock, log: vscode.LogOutputChannel) {
    this.#connections = connections;
    this.#clock = clock;
    this.#log = log;
    this.#listener = connections.onDidChange(() => this.#changed.fire());
  }

  /** Bound, so that it can be handed over. */
  readonly tell = async ({ uri, jobs, held }: NamesWanted): Promise<NamesTold | null> => {
    const session = await this.#sessionFor(vscode.Uri.parse(uri));
    if (session === undefined) return null;
    const { number, names } = this.#namesOf(session);
    await names.refresh(jobs);
    const edition = `${number}.${names.edition}`;
    return {
      edition,
      ...(edition !== held && { names: { jobs: names.jobs, named: names.named } }),
      whole: jobs.flatMap((id) => {
        const job = names.whole(id);
        return job === undefined ? [] : [{ id, job: job && withoutScripts(job) }];
      }),
    };
  };

  /** Something was sent: the jobs of the platform may be others. */
  jobsChanged(): void {
    this.#epoch++;
    this.#changed.fire();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
    this.#ended.abort();
  }

  async #sessionFor(resource: vscode.Uri | undefined): Promise<Session | undefined> {
    const isWanted = vscode.workspace.getConfiguration('pmjob').get<boolean>('names.enabled', true);
    const name = isWanted && vscode.workspace.isTrusted ? this.#connections.currentName(resource) : undefined;
    return name === undefined ? undefined : this.#connections.openQuietly(name);
  }

  #namesOf(session: Session): { number: number; names: NamesOfSession } {
    const present = this.#sessions.get(session);
    if (present !== undefined) return present;
    const { name } = session.connection;
    const names = new NamesOfSession(session, {
      now: () => this.#clock.now().getTime(),
      epoch: () => this.#epoch,
      signal: this.#ended.signal,
      failed: ({ failure }) => {
        if (failure.kind !== 'cancelled')
          this.#log.warn(`Names of “${name}” could not be read. ${describeFailure(failure)}`);
      },
    });
    const made = { number: ++this.#count, names };
    this.#sessions.set(session, made);
    return made;
  }
}

/** Of a job's actions the server needs ids and names; scripts stay here. */
function withoutScripts(job: JsonObject): JsonObject {
  const { id, name, platform, linkedJobId, preDeployActions, postDeployActions } = job;
  const parts = { id, name, platform, linkedJobId, preDeployActions, postDeployActions };
  const json = JSON.stringify(parts, (key, value: unknown) =>
    key === 'script' || key === 'detectionScript' ? undefined : value,
  );
  const shortened: JsonObject = JSON.parse(json);
  return shortened;
}
