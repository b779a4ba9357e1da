import type { Connection } from 'vscode-languageserver';
import { settingsDiagnostics } from '../features/settings-diagnostics.ts';
import { NOTHING_SET, type RuleSettings, settingsOfPush } from '../settings/rule-settings.ts';
import type { ClientOptions } from './client-options.ts';
import {
  BulkRegistration,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  TextDocumentSyncKind,
  WatchKind,
} from './library.ts';
import type { OpenFiles } from './open-files.ts';
import type { Environment } from './server.ts';
import { type SettingsFile, type SettingsFiles, settingsFiles } from './settings-files.ts';

interface ServedSettings extends Pick<SettingsFiles, 'of' | 'toWrite'> {
  /** Settings as a push of a file has them; a push of no file has none. */
  ofPush(job: string | undefined): RuleSettings;
  /** The editor has opened, changed or closed a file of settings. */
  changed(uri: string): void;
  /** The disk holds other settings. */
  changedOnDisk(): void;
  /** Asks the editor to tell of settings; possible once the connection is initialised. */
  begin(): void;
}

/** One above the workspace, or below a folder that was removed as a whole, is noticed after that long. */
const TRUSTED_FOR = 2_000;

/** The settings of all files over a connection: found, kept up to date, and told about where they are wrong. */
export function serveSettings(
  connection: Connection,
  environment: Environment,
  openFiles: OpenFiles,
  client: () => ClientOptions,
  events: { changed(): void },
): ServedSettings {
  const files = settingsFiles(
    {
      disk: environment.disk,
      now: environment.now,
      openText: openFiles.text,
      workspaceFolders: () => client().workspaceFolders,
      freshFor: () => (client().watchesFiles ? TRUSTED_FOR : 0),
    },
    tell,
  );

  const told = new Set<string>();

  function tell({ uri, problems }: SettingsFile): void {
    const isChecked = client().checksSettings && openFiles.text(uri) !== undefined;
    const diagnostics = isChecked ? [] : settingsDiagnostics(problems);
    if (diagnostics.length === 0 && !told.delete(uri)) return;
    if (diagnostics.length > 0) told.add(uri);
    void connection.sendDiagnostics({ uri, diagnostics });
  }

  function changed(): void {
    files.changed();
    events.changed();
  }

  return {
    of: files.of,
    toWrite: files.toWrite,
    ofPush: (job) => (job === undefined ? NOTHING_SET : settingsOfPush(files.of(job))),
    changed(uri) {
      changed();
      tell(files.present(uri));
    },
    changedOnDisk: changed,
    begin() {
      const wanted = BulkRegistration.create();
      if (client().watchesFiles)
        wanted.add(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: PATTERN }, { globPattern: FOLDER, kind: WatchKind.Create | WatchKind.Delete }],
        });
      if (client().syncsOnDemand) {
        const documentSelector = [{ scheme: 'file', pattern: PATTERN }];
        wanted.add(DidOpenTextDocumentNotification.type, { documentSelector });
        wanted.add(DidCloseTextDocumentNotification.type, { documentSelector });
        const syncKind = TextDocumentSyncKind.Incremental;
        wanted.add(DidChangeTextDocumentNotification.type, { documentSelector, syncKind });
      }
      if (client().watchesFiles || client().syncsOnDemand)
        connection.client
          .register(wanted)
          .catch(() => connection.console.warn('The editor does not tell of changed settings.'));
    },
  };
}

const PATTERN = '**/.pmjob/config.json';
const FOLDER = '**/.pmjob';
