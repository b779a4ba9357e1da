import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LanguageServer } from './language-server.ts';

const root = join(import.meta.dirname, '..');

/** A language server that takes part: how it is started and told what a job file is. */
export interface Contestant {
  name: string;
  /** A file that Node runs. */
  program: string;
  languageId: string;
  initializationOptions: object;
  /** What it must be told after it is initialised. */
  configure(server: LanguageServer): void;
}

export const ours: Contestant = {
  name: 'pmjob',
  program: join(root, 'dist/server.js'),
  languageId: 'pmjob',
  initializationOptions: {},
  configure: () => undefined,
};

/** VS Code's own JSON server, with our schema. */
export const json: Contestant = {
  name: 'VS Code JSON',
  program: join(import.meta.dirname, 'node_modules/vscode-langservers-extracted/bin/vscode-json-language-server'),
  languageId: 'json',
  initializationOptions: { handledSchemaProtocols: ['file'], provideFormatter: true },
  configure(server) {
    const uri = pathToFileURL(join(root, 'schemas/pmjob.schema.json')).href;
    // The list is the one parameter, so it stands in the list of parameters; without that the server is silent.
    server.notify('json/schemaAssociations', [[{ uri, fileMatch: ['*.pmjob.json'] }]]);
  },
};
