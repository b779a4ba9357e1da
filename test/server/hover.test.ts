import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDocument } from '../../server/document/document.ts';
import { hover } from '../../server/features/hover.ts';
import { facts as known } from '../rules/known.ts';
import { offsetOf } from '../rules/marked-text.ts';

// A text with the cursor ‸, then `---- on`, the text that the hover is about, and what it says. UPDATE=1 rewrites that.
const folder = join(import.meta.dirname, 'hover');
const facts = { ...known, readerZone: 'Europe/Berlin' };

test.each(readdirSync(folder))('%s', (name) => {
  const path = join(folder, name);
  const written = readFileSync(path, 'utf8');
  const before = written.split('\n---- ')[0] ?? '';
  const document = openDocument('file:///job.pmjob.json', 1, before.replace('‸', ''));
  const said = hover(document, document.lines.positionAt(before.indexOf('‸')), facts);
  const expected = [before, said === undefined ? 'nothing' : `on ${about(said)}`].join('\n---- ');
  if (process.env.UPDATE) writeFileSync(path, expected);
  else expect(written).toBe(expected);

  function about({ contents, range }: NonNullable<typeof said>): string {
    if (range === undefined || typeof contents !== 'object' || !('value' in contents)) return 'no range';
    const token = document.text.slice(offsetOf(document.text, range.start), offsetOf(document.text, range.end));
    return `${token}\n${contents.value}`;
  }
});
