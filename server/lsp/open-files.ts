import type { Connection } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { type JobDocument, openDocument } from '../document/document.ts';
import { once } from '../document/once.ts';
import type { Facts } from '../facts.ts';
import { type Found, judgeDocument } from '../rules/run.ts';
import { editorTexts } from './editor-text.ts';

/** One version of an open file, with what the rules say of it: made when first asked for, shared by every request. */
interface OpenFile {
  document: JobDocument;
  findings(): readonly Found[];
}

export interface OpenFiles {
  get(uri: string): OpenFile | undefined;
  listen(connection: Connection): void;
}

/** The files that the editor has open, as it sees them. `changed` is told of each new version, `closed` of each end. */
export function openFiles(
  facts: () => Facts,
  events: { changed(uri: string): void; closed(uri: string): void },
): OpenFiles {
  const texts = new TextDocuments(editorTexts);
  const files = new Map<string, OpenFile>();

  texts.onDidChangeContent(({ document: { uri } }) => {
    files.delete(uri);
    events.changed(uri);
  });
  texts.onDidClose(({ document: { uri } }) => {
    files.delete(uri);
    events.closed(uri);
  });

  function get(uri: string): OpenFile | undefined {
    const present = files.get(uri);
    if (present !== undefined) return present;
    const text = texts.get(uri);
    if (text === undefined) return undefined;
    const document = openDocument(uri, text.version, text.getText(), text.lines);
    const file = { document, findings: once(() => judgeDocument(document, facts())) };
    files.set(uri, file);
    return file;
  }

  return { get, listen: (connection) => texts.listen(connection) };
}
