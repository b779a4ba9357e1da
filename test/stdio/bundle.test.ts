import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// One other character, in a regular expression for instance, makes V8 keep the whole text at two bytes a character.
test.each(['server', 'cli', 'extension', 'browser/server'])('the %s is bundled as ASCII', (name) => {
  const bundle = readFileSync(new URL(`../../dist/${name}.js`, import.meta.url), 'utf8');
  expect(bundle.match(/\P{ASCII}.{0,20}/u)?.[0]).toBeUndefined();
});
