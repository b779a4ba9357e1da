import { describe, expect, it } from 'vitest';
import { suggestedFileName } from '../../api/pull-all/file-name.ts';

const names = [
  ['Monthly patches', 'monthly-patches.pmjob.json'],
  ['  Ops / Zürich: café #2 ', 'ops-zurich-cafe-2.pmjob.json'],
  ['../../etc/passwd', 'etc-passwd.pmjob.json'],
  ['月次パッチ', '月次パッチ.pmjob.json'],
  ['???', 'job.pmjob.json'],
  ['CON', 'con-job.pmjob.json'],
  ['com1: servers', 'com1-servers.pmjob.json'],
  [`${'x'.repeat(59)} y`, `${'x'.repeat(59)}.pmjob.json`],
  [`${'x'.repeat(59)}𠀀`, `${'x'.repeat(59)}.pmjob.json`],
  ['x'.repeat(200), `${'x'.repeat(60)}.pmjob.json`],
] as const;

describe('the name that is suggested for a pulled file', () => {
  for (const [job, file] of names) it(`is ${file.slice(0, 40)}`, () => expect(suggestedFileName(job)).toBe(file));
});
