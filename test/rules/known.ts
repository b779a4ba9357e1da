import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JobDocument, openDocument } from '../../server/document/document.ts';
import type { Facts } from '../../server/facts.ts';

const folder = join(import.meta.dirname, 'known');

/** What the rules know beside each example: a moment, some other job files, some jobs of the platform. */
export const facts: Facts = {
  now: Date.UTC(2026, 10, 24, 15, 20),
  workspace: new Map(readdirSync(join(folder, 'workspace')).map((name) => [`file:///${name}`, opened(name)])),
  server: { jobs: mapIn('server.json'), names: mapIn('names.json') },
};

function mapIn<Value>(name: string): Map<string, Value> {
  return new Map(Object.entries(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

function opened(name: string): JobDocument {
  return openDocument(`file:///${name}`, 1, readFileSync(join(folder, 'workspace', name), 'utf8'));
}
