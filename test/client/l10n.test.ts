import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const bundle = join(root, 'l10n', 'bundle.l10n.json');

describe('the texts for translators', () => {
  it('are those of the client, in order', () => {
    const texts = [...new Set(clientTexts())].sort();
    const wanted = `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), undefined, 2)}\n`;
    if (process.env.UPDATE === '1') writeFileSync(bundle, wanted);
    expect(readFileSync(bundle, 'utf8')).toBe(wanted);
  });

  it('have a name for each that the manifest uses, and no other', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const used = [...manifest.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? '');
    const named = Object.keys(JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')));
    expect([...new Set(used)].sort()).toEqual(named.sort());
  });
});

function clientTexts(): string[] {
  return filesBelow('client').flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    const literals = [...source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1] ?? '');
    const calls = source.match(/l10n\.t\(/g)?.length ?? 0;
    expect(literals, `${file} has a text that is no plain literal`).toHaveLength(calls);
    return literals.map((literal) => literal.replaceAll("\\'", "'"));
  });
}

function filesBelow(folder: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));
}
