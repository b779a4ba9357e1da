import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shapeProblems } from '../../server/schema/shape.ts';
import type { ShapeProblem } from '../../server/schema/shape-problem.ts';

const folder = new URL('fixtures/shape/', import.meta.url);
const SEPARATOR = '\n---\n';

/** Each fixture is a body, a line of dashes, and one line for each problem; UPDATE=1 writes the lines anew. */
describe('problems of a body', () => {
  for (const name of readdirSync(folder)) {
    test(name.replace('.txt', '').replaceAll('-', ' '), () => {
      const file = new URL(name, folder);
      const [body = '', expected = ''] = readFileSync(file, 'utf8').split(SEPARATOR);
      const found = shapeProblems(JSON.parse(body)).map(line).sort().join('\n');
      if (process.env.UPDATE) writeFileSync(file, `${body.trimEnd()}${SEPARATOR}${found}\n`);
      else expect(found).toBe(expected.trimEnd());
    });
  }
});

function line(problem: ShapeProblem): string {
  const { kind, pointer, part, ...rest } = problem;
  const words = Object.entries(rest).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return [`${pointer || '(root)'} ${part}: ${kind}`, ...words].join(', ');
}
