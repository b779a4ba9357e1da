import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../schemas/json.ts';
import { nextRuns } from '../../server/domain/schedule.ts';
import { writeStart } from '../../server/domain/start-date-time.ts';

// A file in next-runs/ is a moment and a job, then what its runs are: the clock's time and, where it is known, the moment.
const folder = join(import.meta.dirname, 'next-runs');

test.each(readdirSync(folder))('%s', (name) => {
  const path = join(folder, name);
  const written = readFileSync(path, 'utf8');
  const [given = ''] = written.split('\n---- runs\n');
  const [, after = ''] = /^after (\S+)\n/.exec(given) ?? [];
  const job: JsonObject = JSON.parse(given.slice(given.indexOf('{')));
  const runs = nextRuns(job, Date.parse(after), 5);
  const lines =
    runs === undefined
      ? ['nobody knows']
      : runs.map(({ wall, moment }) =>
          `${writeStart(new Date(wall))} ${moment ? new Date(moment).toISOString() : ''}`.trim(),
        );
  const expected = [given, '---- runs', ...lines, ''].join('\n');
  if (process.env.UPDATE) writeFileSync(path, expected);
  else expect(written).toBe(expected);
});
