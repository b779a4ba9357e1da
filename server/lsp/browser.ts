import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageserver/browser';
import { createConnection, ProposedFeatures } from './library.ts';
import { type Environment, serveLanguage } from './server.ts';

/** The server in a web worker: there is no disk, so that nothing is known beside the files that the editor has open. */
const environment: Environment = {
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  disk: {
    exists: () => false,
    trueAddress: (uri) => uri,
    read: () => undefined,
    load: async () => undefined,
    stamp: async () => undefined,
    async *jobFiles() {},
  },
  rulesPage: 'https://github.com/pmjob/pmjob/blob/main/docs/rules.md',
};

const reader = new BrowserMessageReader(globalThis);
const writer = new BrowserMessageWriter(globalThis);
serveLanguage(createConnection(ProposedFeatures.all, reader, writer), environment);
