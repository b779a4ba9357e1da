import type { Connection } from 'vscode-languageserver';
import { isObject } from '../../schemas/json.ts';
import { isUuid } from '../../schemas/uuid.ts';
import { linkedJobId } from '../domain/known-jobs.ts';
import type { ClientOptions } from './client-options.ts';
import { plainAddress } from './folders.ts';
import { origin } from './guard.ts';
import { type JobFacts, jobFacts } from './job-facts.ts';
import { knownFacts } from './known-facts.ts';
import { DidChangeWatchedFilesNotification } from './library.ts';
import type { OpenFiles } from './open-files.ts';
import { platformNames } from './platform-names.ts';
import { namesChangedNotification, namesRequest } from './protocol.ts';
import type { Environment } from './server.ts';

interface ServedFacts extends JobFacts {
  closed(uri: string): void;
  /** Asks the editor to tell of files; possible once the connection is initialised. */
  begin(): void;
}

/** Where the editor does not tell of changes, a look at the disk holds that long. */
const TRUSTED_FOR = 5_000;

/** Where it does, it still does not tell of the files in a folder that was removed or renamed as a whole. */
const TRUSTED_FOR_WHEN_WATCHED = 60_000;

/** The facts of all files over a connection. */
export function serveFacts(
  connection: Connection,
  environment: Environment,
  files: OpenFiles,
  client: () => ClientOptions,
  events: { stale(uris: readonly string[]): void },
): ServedFacts {
  const names = platformNames(
    {
      now: environment.now,
      tells: () => client().tellsNames,
      ask: (wanted) => connection.sendRequest(namesRequest, wanted),
      refersTo,
      guarded: (work) => work().catch((error) => connection.console.error(`asking for names failed: ${origin(error)}`)),
    },
    (uris) => {
      events.stale(uris);
      if (client().hintsAgain) connection.languages.inlayHint.refresh().catch(() => undefined);
    },
  );
  connection.onNotification(namesChangedNotification, names.changed);
  const facts = jobFacts(
    {
      disk: environment.disk,
      now: environment.now,
      facts: knownFacts(environment),
      workspaceFolders: () => client().workspaceFolders,
      freshFor: () => (client().watchesFiles ? TRUSTED_FOR_WHEN_WATCHED : TRUSTED_FOR),
      open: files.documents,
      document: (uri) => files.get(uri)?.document,
      server: names.of,
      pointsTo,
      guarded: (work) =>
        work().catch((error) => connection.console.error(`looking at other files failed: ${origin(error)}`)),
    },
    events.stale,
  );

  function pointsTo(uri: string, other: string): boolean {
    const address = plainAddress(other);
    const related =
      files
        .get(uri)
        ?.findings()
        .flatMap((found) => found.related) ?? [];
    return related.some(({ file }) => file !== undefined && plainAddress(file) === address);
  }

  /** The job that a file is linked to. */
  function refersTo(uri: string): string[] {
    const job = files.get(uri)?.document.value;
    const id = isObject(job) ? linkedJobId(job) : undefined;
    return id !== undefined && isUuid(id) ? [id] : [];
  }

  return {
    ...facts,
    closed(uri) {
      facts.changed(uri);
      names.closed(uri);
    },
    begin() {
      if (!client().watchesFiles) return;
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED.map((globPattern) => ({ globPattern })) })
        .catch(() => connection.console.warn('The editor does not tell of changed job files.'));
    },
  };
}

const WATCHED = ['**/*.pmjob.json', '**/.pmjob/links.json'];
