import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type JobDocument, openDocument } from '../../server/document/document.ts';
import { documentSymbols } from '../../server/features/document-symbols.ts';
import { editorTexts } from '../../server/lsp/editor-text.ts';
import { ruleMemory } from '../../server/rules/rule-memory.ts';
import { type Found, judgeDocument } from '../../server/rules/run.ts';
import { NOTHING_SET } from '../../server/settings/rule-settings.ts';
import { facts } from '../rules/known.ts';
import { damaged, wrongJob } from '../support/damage.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { changesTo } from '../support/typing.ts';

const URI = 'file:///job.pmjob.json';

/** A comment behind the job sends its text through the reading of broken text, and moves nothing. */
const COMMENT = ' // a note';

test('the quick way through valid text says what the slow way through any text says', () => {
  fc.assert(
    fc.property(wrongJob, (text) => {
      const quick = openDocument(URI, 1, text);
      const slow = openDocument(URI, 1, text + COMMENT);
      expect([quick.valid, slow.valid]).toEqual([true, false]);
      const [note, ...said] = judged(slow).reverse();
      expect(note?.code).toBe('syntax');
      expect(plain(said.reverse())).toEqual(plain(judged(quick)));
      expect(documentSymbols(slow, facts)).toEqual(documentSymbols(quick, facts));
    }),
    propertyRuns(300),
  );
});

test('a document that was typed step by step is judged like one that was opened', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(damaged, wrongJob), { minLength: 2, maxLength: 5 }), fc.nat(100), (texts, how) => {
      fc.pre(texts.every((text) => text.length < 100_000));
      const memory = ruleMemory();
      let present = editorTexts.create(URI, 'pmjob', 1, texts[0] ?? '');
      for (const [step, text] of texts.entries()) {
        const changes: TextDocumentContentChangeEvent[] = changesTo(present.getText(), text, how + step);
        present = editorTexts.update(present, changes, step + 2);
        expect(present.getText()).toBe(text);
        const typed = openDocument(URI, step, text, present.lines);
        expect(plain(judgeDocument(typed, facts, NOTHING_SET, memory))).toEqual(
          plain(judged(openDocument(URI, 1, text))),
        );
      }
    }),
    propertyRuns(200),
  );
});

function judged(document: JobDocument): Found[] {
  return judgeDocument(document, facts);
}

function plain(found: readonly Found[]): unknown {
  return found.map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes() }));
}
