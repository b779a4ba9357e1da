import type { Connection } from 'vscode-languageserver';
import { type JobDocument, openDocument } from '../document/document.ts';
import { once } from '../document/once.ts';
import type { Facts } from '../facts.ts';
import { type RuleMemory, ruleMemory } from '../rules/rule-memory.ts';
import { type Found, type Judge, judgeDocument, judgeWith } from '../rules/run.ts';
import type { RuleSettings } from '../settings/rule-settings.ts';
import { editorTexts } from './editor-text.ts';
import { TextDocuments } from './library.ts';
import { isSettingsFile } from './settings-files.ts';

/** One version of an open file, with what the rules say of it: made when first asked for, shared by every request. */
interface OpenFile {
  document: JobDocument;
  /** Differs when the version or the settings do. */
  edition: string;
  findings(): readonly Found[];
  judge: Judge;
}

export interface OpenFiles {
  /** An open job file, as the settings have it judged now. */
  get(uri: string): OpenFile | undefined;
  /** The text of any open file, job or settings. */
  text(uri: string): string | undefined;
  jobs(): string[];
  /** The open job files, unjudged. */
  documents(): JobDocument[];
  /** What a file was judged by beside its text has changed. */
  judgeAnew(uri: string): void;
  listen(connection: Connection): void;
}

interface Events {
  /** A job file has a new version. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** A file of settings was opened, typed in or closed. */
  settingsChanged(uri: string): void;
}

/** The files that the editor has open, as it sees them. */
export function openFiles(
  facts: (uri: string) => Facts,
  settingsOf: (uri: string) => RuleSettings,
  events: Events,
): OpenFiles {
  const texts = new TextDocuments(editorTexts);
  const documents = new Map<string, JobDocument>();
  const files = new Map<string, OpenFile & { settings: RuleSettings }>();
  const memories = new Map<string, RuleMemory>();
  let judgings = 0;

  texts.onDidChangeContent(({ document: { uri } }) => {
    if (isSettingsFile(uri)) return events.settingsChanged(uri);
    forget(uri);
    events.changed(uri);
  });
  texts.onDidClose(({ document: { uri } }) => {
    if (isSettingsFile(uri)) return events.settingsChanged(uri);
    forget(uri);
    memories.delete(uri);
    events.closed(uri);
  });

  function forget(uri: string): void {
    documents.delete(uri);
    files.delete(uri);
  }

  function opened(uri: string): JobDocument | undefined {
    const text = isSettingsFile(uri) ? undefined : texts.get(uri);
    if (text === undefined) return undefined;
    const document = documents.get(uri) ?? openDocument(uri, text.version, text.getText(), text.lines);
    documents.set(uri, document);
    return document;
  }

  function get(uri: string): OpenFile | undefined {
    const document = opened(uri);
    if (document === undefined) return undefined;
    const present = files.get(uri);
    const settings = settingsOf(uri);
    if (present?.settings === settings) return present;
    const memory = memories.get(uri) ?? ruleMemory();
    memories.set(uri, memory);
    const file: OpenFile & { settings: RuleSettings } = {
      document,
      settings,
      edition: `${document.version}.${judgings++}`,
      findings: once(() => judgeDocument(document, facts(uri), settings, memory)),
      judge: (other, of) => judgeWith(facts(uri), settings)(other, of),
    };
    files.set(uri, file);
    return file;
  }

  return {
    get,
    text: (uri) => texts.get(uri)?.getText(),
    jobs: () => texts.keys().filter((uri) => !isSettingsFile(uri)),
    documents: () => texts.keys().flatMap((uri) => opened(uri) ?? []),
    judgeAnew: (uri) => void files.delete(uri),
    listen: (connection) => texts.listen(connection),
  };
}
