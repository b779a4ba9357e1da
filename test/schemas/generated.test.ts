import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { artefacts } from '../../scripts/generate/artefacts.ts';

for (const artefact of artefacts) {
  test(`${artefact.path} is what \`npm run generate\` writes`, async () => {
    expect(readFileSync(artefact.path, 'utf8')).toBe(await artefact.text());
  });
}
