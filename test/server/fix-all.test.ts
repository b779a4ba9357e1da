import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixText } from '../../server/judge.ts';
import { facts } from '../rules/known.ts';

// A text, then `---- fixed`, the text after all its safe fixes, as on saving. UPDATE=1 rewrites that.
const folder = join(import.meta.dirname, 'fix-all');

test.each(readdirSync(folder))('%s', (name) => {
  const path = join(folder, name);
  const written = readFileSync(path, 'utf8');
  const [text = ''] = written.split('---- fixed\n');
  const expected = `${text}---- fixed\n${fixText(text, { facts }).text}`;
  if (process.env.UPDATE) writeFileSync(path, expected);
  else expect(written).toBe(expected);
});
