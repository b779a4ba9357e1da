import { chmod, lstat, readdir, readFile, stat, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { processEnvironment } from '../../cli/environment.ts';
import { replaceFile } from '../../cli/files/replace.ts';
import { emptyFolder } from './support/folder.ts';
import { pmjob, start } from './support/pmjob.ts';

// Each has mistakes of both kinds: those that have one answer, and one that a person has to answer.
const WRONG = 'test/cli/fixtures/fix/job.pmjob.json';
const FIXED = 'fixtures/fix/job.fixed.txt';
const RIGHT = 'test/cli/fixtures/mistakes/none.pmjob.json';

describe('validate --fix', () => {
  test('makes the safe fixes, tells how many, and reports what remains', async () => {
    const folder = await emptyFolder();
    await folder.copy(WRONG, 'job.pmjob.json');
    const { code, result, notes } = await pmjob(['validate', '--fix', 'job.pmjob.json'], { folder: folder.path });
    await expect(await folder.read('job.pmjob.json')).toMatchFileSnapshot(FIXED);
    expect(notes).toBe('job.pmjob.json: 4 fixes made.\n');
    await expect(result).toMatchFileSnapshot('fixtures/fix/job.report.txt');
    expect(code).toBe(1);
  });

  test('a second time finds nothing to fix, and writes nothing', async () => {
    const folder = await emptyFolder();
    await folder.copy(WRONG, 'job.pmjob.json');
    await pmjob(['validate', '--fix', 'job.pmjob.json'], { folder: folder.path });
    const before = await stat(join(folder.path, 'job.pmjob.json'));
    const { notes } = await pmjob(['validate', '--fix', 'job.pmjob.json'], { folder: folder.path });
    const after = await stat(join(folder.path, 'job.pmjob.json'));
    expect(notes).toBe('');
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  test('works on folders and patterns, and leaves what is right as it is', async () => {
    const folder = await emptyFolder();
    await folder.copy(WRONG, 'jobs/a.pmjob.json');
    await folder.copy(WRONG, 'jobs/below/b.pmjob.json');
    await folder.copy(RIGHT, 'jobs/right.pmjob.json');
    const before = await stat(join(folder.path, 'jobs/right.pmjob.json'));
    const words = ['validate', '--fix', '--format', 'json', 'jobs', '*/right.pmjob.json'];
    const { code, result, notes } = await pmjob(words, { folder: folder.path });
    expect(notes).toBe('jobs/a.pmjob.json: 4 fixes made.\njobs/below/b.pmjob.json: 4 fixes made.\n');
    const { files } = JSON.parse(result) as { files: { path: string; diagnostics: { code: string }[] }[] };
    expect(files.map(({ path, diagnostics }) => [path, diagnostics.map((found) => found.code)])).toEqual([
      ['jobs/a.pmjob.json', ['unknown-value']],
      ['jobs/below/b.pmjob.json', ['unknown-value']],
      ['jobs/right.pmjob.json', []],
    ]);
    expect((await stat(join(folder.path, 'jobs/right.pmjob.json'))).ino).toBe(before.ino);
    expect(code).toBe(1);
  });

  test('keeps the mode, leaves a link a link, and leaves nothing beside the file', async () => {
    const folder = await emptyFolder();
    await folder.copy(WRONG, 'real.pmjob.json');
    await chmod(join(folder.path, 'real.pmjob.json'), 0o640);
    await symlink('real.pmjob.json', join(folder.path, 'link.pmjob.json'));
    await pmjob(['validate', '--fix', 'link.pmjob.json'], { folder: folder.path });
    expect((await lstat(join(folder.path, 'link.pmjob.json'))).isSymbolicLink()).toBe(true);
    await expect(await folder.read('real.pmjob.json')).toMatchFileSnapshot(FIXED);
    expect((await stat(join(folder.path, 'real.pmjob.json'))).mode & 0o777).toBe(0o640);
    expect((await readdir(folder.path)).sort()).toEqual(['.pmjob', 'link.pmjob.json', 'real.pmjob.json']);
  });

  test('takes away what a killed write of the same file has left, and nothing else', async () => {
    const folder = await emptyFolder();
    await folder.copy(WRONG, 'job.pmjob.json');
    const [stale, fresh, other] = [1, 2, 3].map((one) => `00000000-0000-4000-8000-00000000000${one}.tmp`);
    const left = [`job.pmjob.json.${stale}`, `job.pmjob.json.${fresh}`, `other.pmjob.json.${other}`];
    const anHourAgo = new Date(Date.now() - 60 * 60_000);
    for (const name of left) {
      await folder.write(name, 'a script');
      if (name !== left[1]) await utimes(join(folder.path, name), anHourAgo, anHourAgo);
    }
    await pmjob(['validate', '--fix', 'job.pmjob.json'], { folder: folder.path });
    expect((await readdir(folder.path)).sort()).toEqual(['.pmjob', 'job.pmjob.json', ...left.slice(1)]);
  });

  test('keeps line ends, and a byte order mark goes as the one fix', async () => {
    const folder = await emptyFolder();
    const text = (await readRight()).replaceAll('\n', '\r\n');
    await folder.write('job.pmjob.json', `\ufeff${text}`);
    const { notes, code } = await pmjob(['validate', '--fix', 'job.pmjob.json'], { folder: folder.path });
    expect([notes, code]).toEqual(['job.pmjob.json: 1 fix made.\n', 0]);
    expect(await folder.read('job.pmjob.json')).toBe(text);
  });

  test('leaves a file alone that was written since it was read', async () => {
    const folder = await emptyFolder();
    await folder.write('job.pmjob.json', 'what somebody wrote meanwhile');
    const path = join(folder.path, 'job.pmjob.json');
    const bytes = { read: Buffer.from('what was read'), written: Buffer.from('what was fixed') };
    expect(await replaceFile(path, bytes, processEnvironment(process))).toMatch(/changed meanwhile, and left as it is/);
    expect(await folder.read('job.pmjob.json')).toBe('what somebody wrote meanwhile');
    expect((await readdir(folder.path)).sort()).toEqual(['.pmjob', 'job.pmjob.json']);
  });

  test('never touches what is no UTF-8', async () => {
    const folder = await emptyFolder();
    const bytes = Buffer.from('{ "name": "caf\xe9", }', 'latin1');
    await folder.write('job.pmjob.json', bytes);
    const { code, notes } = await pmjob(['validate', '--fix', 'job.pmjob.json'], { folder: folder.path });
    expect(await readFile(join(folder.path, 'job.pmjob.json'))).toEqual(bytes);
    expect([code, notes]).toEqual([1, '']);
  });

  test('leaves alone what the settings switch off', async () => {
    const folder = await emptyFolder();
    await folder.write('.pmjob/config.json', '{ "rules": { "byte-order-mark": "off" } }');
    const text = `\ufeff${await readRight()}`;
    await folder.write('job.pmjob.json', text);
    await pmjob(['validate', '--fix', 'job.pmjob.json'], { folder: folder.path });
    expect(await folder.read('job.pmjob.json')).toBe(text);
  });
});

describe('validate --fix -', () => {
  test('gives the fixed text as the result, and the report on standard error', async () => {
    const folder = await emptyFolder();
    const input = await readFile(WRONG, 'utf8');
    const { code, result, notes } = await pmjob(['validate', '--fix', '-'], { folder: folder.path, input });
    await expect(result).toMatchFileSnapshot(FIXED);
    expect(notes).toMatch(/^-: 4 fixes made\.\n-:\d+:\d+ {2}error {2}unknown-value/);
    expect(code).toBe(1);
  });

  test('gives back what it cannot fix, byte for byte', async () => {
    const folder = await emptyFolder();
    const input = Buffer.from('{ "name": "caf\xe9", }', 'latin1');
    const child = start(['validate', '--fix', '-'], { folder: folder.path });
    child.stdin.end(input);
    expect(await buffer(child.stdout)).toEqual(input);
  });

  test('stands alone', async () => {
    const folder = await emptyFolder();
    await folder.copy(WRONG, 'job.pmjob.json');
    const before = await folder.read('job.pmjob.json');
    const { code, result } = await pmjob(['validate', '--fix', '-', 'job.pmjob.json'], {
      folder: folder.path,
      input: '{}',
    });
    expect([code, result]).toEqual([2, '']);
    expect(await folder.read('job.pmjob.json')).toBe(before);
  });
});

function readRight(): Promise<string> {
  return readFile(RIGHT, 'utf8');
}
