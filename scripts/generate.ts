import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { artefacts } from './generate/artefacts.ts';

async function generate(): Promise<void> {
  for (const artefact of artefacts) {
    await mkdir(dirname(artefact.path), { recursive: true });
    await writeFile(artefact.path, await artefact.text());
    console.log(artefact.path);
  }
}

void generate();
