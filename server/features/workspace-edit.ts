import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { JobDocument } from '../document/document.ts';

/** What an editor can carry out beside changes of one text. */
export interface EditAbilities {
  /** It takes changes of a certain version of a document. */
  documentChanges: boolean;
  /** It makes a file as part of an edit. */
  createsFiles: boolean;
}

/**
 * Changes of a document, and files to make beside it, numbered from 2; undefined where the editor cannot make files or the
 * document has no place in a folder. A file that is there already is never overwritten: the editor then changes nothing.
 */
export function workspaceEdit(
  { uri, version }: JobDocument,
  edits: TextEdit[],
  newFiles: readonly string[],
  { documentChanges, createsFiles }: EditAbilities,
): WorkspaceEdit | undefined {
  if (newFiles.length === 0 && !documentChanges) return { changes: { [uri]: edits } };
  const changed: TextDocumentEdit = { textDocument: { uri, version }, edits };
  if (newFiles.length === 0) return { documentChanges: [changed] };
  if (!documentChanges || !createsFiles || !EXTENSION.test(uri)) return undefined;
  const uris = newFiles.map((_, index) => uri.replace(EXTENSION, (extension) => `-${index + 2}${extension}`));
  return {
    documentChanges: [
      ...uris.map(create),
      ...newFiles.map((text, index) => written(uris[index] ?? uri, text)),
      changed,
    ],
  };
}

const EXTENSION = /(\.pmjob)?\.json$/;

function create(uri: string): CreateFile {
  return { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } };
}

function written(uri: string, newText: string): TextDocumentEdit {
  const start = { line: 0, character: 0 };
  return { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] };
}
