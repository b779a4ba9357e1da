import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Field, rootField } from '../../schemas/fields.ts';
import type { Json, JsonObject } from '../../schemas/json.ts';
import { shapeProblems } from '../../server/schema/shape.ts';
import { expand } from './expand.ts';

interface Snippet {
  isFileTemplate: boolean;
  description: string;
  body: string[];
}

const snippets: Record<string, Snippet> = JSON.parse(readFileSync('snippets/pmjob.json', 'utf8'));

describe('a snippet, expanded with its defaults', () => {
  for (const [name, snippet] of Object.entries(snippets)) {
    test(`${name}: is a job without a mistake`, () => {
      const job = JSON.parse(expand(snippet.body.join('\n')));
      expect(shapeProblems(job)).toEqual([]);
    });
  }

  test('there are the four jobs of the notes and two small ones, offered for a whole file alone', () => {
    const jobs = Object.values(snippets).map(({ body }) => JSON.parse(expand(body.join('\n'))));
    expect(jobs.map(({ id, platform, type }) => `${id ? 'update' : 'create'} ${platform} ${type}`)).toEqual([
      'create Windows Install',
      'create Linux Install',
      'create Linux Rollback',
      'create Windows Install',
      'update Linux Rollback',
      'update Windows Install',
    ]);
    for (const snippet of Object.values(snippets)) {
      expect(snippet.isFileTemplate).toBe(true);
      expect(snippet).not.toHaveProperty('prefix');
    }
  });

  test('tab stops count from 1 without a gap, and end with the final one', () => {
    for (const { body } of Object.values(snippets)) {
      const stops = [...body.join('\n').matchAll(/\$\{?(\d+)/g)].map(([, stop]) => Number(stop));
      expect(stops).toEqual([...stops.slice(0, -1).map((_, index) => index + 1), 0]);
    }
  });
});

describe('a block of the schema, expanded with its defaults', () => {
  for (const { path, field } of fieldsWithBlocks(rootField, [])) {
    for (const { label, body } of field.snippets) {
      test(`${path.join('.')}, ${label}: has no mistake`, () => {
        const job = { name: 'n', platform: 'Windows', type: 'Install', scheduleType: 'On-demand' };
        expect(shapeProblems({ ...job, ...within(path, expanded(body)) })).toEqual([]);
      });
    }
  }
});

interface FieldWithBlocks {
  path: string[];
  field: Field;
}

function fieldsWithBlocks(field: Field, path: string[]): FieldWithBlocks[] {
  const below = [
    ...field.children.map((known) => fieldsWithBlocks(known, [...path, known.name])),
    ...(field.item ? [fieldsWithBlocks(field.item, [...path, '*'])] : []),
  ].flat();
  return field.snippets.length > 0 ? [{ path, field }, ...below] : below;
}

/** In a block, a text that starts with `^` is a value of another type. */
function expanded(block: Json): Json {
  if (typeof block === 'string') return block.startsWith('^') ? JSON.parse(expand(block.slice(1))) : expand(block);
  return JSON.parse(JSON.stringify(block), (_, value: Json) => (typeof value === 'string' ? expanded(value) : value));
}

function within(path: string[], value: Json): JsonObject {
  const built = path.reduceRight<Json>((inner, step) => (step === '*' ? [inner] : { [step]: inner }), value);
  return built as JsonObject;
}
