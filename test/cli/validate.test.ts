import { readdirSync } from 'node:fs';
import { readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Folder } from './support/folder.ts';
import { pmjob } from './support/pmjob.ts';
import { runningSandbox } from './support/sandbox.ts';

const MISTAKES = 'test/cli/fixtures/mistakes/';
const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

interface JsonReport {
  files: {
    path: string;
    diagnostics: {
      code: string;
      severity: string;
      message: string;
      pointer: string;
      range: { start: { line: number; character: number }; end: { line: number; character: number } };
    }[];
  }[];
}

async function validateJson(...named: string[]): Promise<{ code: number | null; report: JsonReport }> {
  const run = await pmjob(['validate', '--format', 'json', ...named], { folder: REPOSITORY });
  return { code: run.code, report: JSON.parse(run.result) };
}

test('the eight bodies of the release notes have no error', async () => {
  const { code, report } = await validateJson('test/samples/*.json');
  expect(report.files).toHaveLength(8);
  expect(report.files.flatMap((file) => file.diagnostics.filter(({ severity }) => severity === 'error'))).toEqual([]);
  expect(code).toBe(0);
});

describe('a mistake is found at its place', () => {
  const names = readdirSync(`${REPOSITORY}${MISTAKES}`).filter((name) => name.endsWith('.pmjob.json'));
  test.each(names)('%s', async (name) => {
    const path = `${MISTAKES}${name}`;
    const [file] = (await validateJson(path)).report.files;
    const lines = (await readFile(`${REPOSITORY}${path}`, 'utf8')).split('\n');
    expect(file?.path).toBe(path);
    const found = (file?.diagnostics ?? [])
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ code, severity, pointer, range: { start, end } }) => {
        expect(end.line).toBe(start.line);
        const covered = lines[start.line]?.slice(start.character, end.character);
        return `${severity} ${code} ${pointer || '(root)'} line ${start.line + 1}: ${covered}\n`;
      });
    await expect(found.join('')).toMatchFileSnapshot(
      `fixtures/mistakes/${name.replace('.pmjob.json', '.expected.txt')}`,
    );
  });
});

describe('text for people', () => {
  test('names the place, shows it, and sums up', async () => {
    const { code, result, notes } = await pmjob(['validate', `${MISTAKES}threshold-0.pmjob.json`], {
      folder: REPOSITORY,
    });
    await expect(result).toMatchFileSnapshot('fixtures/validate-text.expected.txt');
    expect(notes).toBe('');
    expect(code).toBe(1);
  });

  test('says that nothing is wrong', async () => {
    const { code, result } = await pmjob(['validate', `${MISTAKES}none.pmjob.json`], { folder: REPOSITORY });
    expect(result).toBe('no problems in 1 file\n');
    expect(code).toBe(0);
  });

  test('never shows a script, not even a broken one', async () => {
    const folder = await emptyFolder();
    await folder.copy('samples/create-windows-chained.pmjob.json', 'job.pmjob.json');
    await folder.change('job.pmjob.json', (job) => {
      job.postDeployActions = [
        {
          action: 'Run Script',
          params: { actionItem: 'x' },
          scriptType: 'ps',
          script: 7,
          threshold: 'Remove-Item secret',
        },
        { action: 'Run Script', params: { actionItem: 'x' }, scriptType: 'ps', script: 'Remove-Item secret' },
      ];
    });
    const text = (await folder.read('job.pmjob.json')).replace('"script": "Remove', '"script": ,"Remove');
    await folder.write('job.pmjob.json', text.replace('"threshold": "Remove-Item secret"', '"timeout": "x"'));
    const { result } = await pmjob(['validate', 'job.pmjob.json'], { folder: folder.path });
    expect(result).toMatch(/error/);
    expect(result).not.toContain('Remove-Item');
  });

  test('shows nothing of a script that was pasted with its line breaks and quotes', async () => {
    const folder = await emptyFolder();
    const heredoc = 'cat > login.json <<EOF\n{\n  "password": "hunter2",,\n  "name": "hunter2" "x"\n}\nEOF';
    await folder.write(
      'job.pmjob.json',
      `{\n  "name": 7,\n  "preDeployActions": [{\n    "script": "${heredoc}"\n  }]\n}\n`,
    );
    const { result } = await pmjob(['validate', 'job.pmjob.json'], { folder: folder.path });
    expect(result).toContain('2 |   "name": 7');
    expect(result.match(/error/g)?.length).toBeGreaterThan(2);
    expect(result).not.toContain('hunter2');
  });

  test('shows nothing of a script under a misspelt key or without quotes, in any format', async () => {
    const folder = await emptyFolder();
    const script = Buffer.from('$password="Sup3rS3cret!"\nRestart-Computer -Force ???>>>\n').toString('base64');
    const action = (entry: string) => `"preDeployActions": [{ "action": "Run Script", "scriptType": ${entry} }]`;
    const files = [
      action(`"ps", "scirpt": "${script}"`),
      action(`"ps", "Script": "net user admin ${script.slice(0, 20)}"`),
      action(`"${script}"`),
      action(`"ps", "script": ${script}`),
      action('"ps", "script": hunter2secret'),
      action('"ps", script = 5hunter2secret'),
      action("'ps', 'detectionScript': hunter2secret"),
      action(`"ps", "scirpt": ${script}, "timeout": x`),
      action(`"ps", "scirpt": "first\n${script.slice(0, 30)}" x\n${script}`),
    ];
    for (const [index, text] of files.entries())
      await folder.write(`${index}.pmjob.json`, `{ "name": "x",\n${text} }\n`);
    for (const format of ['text', 'json', 'sarif', 'junit', 'github']) {
      const { result } = await pmjob(['validate', '--format', format, '.'], { folder: folder.path });
      expect(result).toContain('scirpt');
      expect(result).not.toContain('hunter2');
      for (let at = 0; at + 12 <= script.length; at += 4) expect(result).not.toContain(script.slice(at, at + 12));
    }
  });

  test('shows no password of an address', async () => {
    const folder = await emptyFolder();
    const params = '"params": { "actionItem": "Agent", "downloadURL": "http://deploy:hunter2@example.com/agent.msi" }';
    await folder.write('job.pmjob.json', `{ "preDeployActions": [{ "action": "Install Software",\n${params} }] }\n`);
    for (const format of ['text', 'json', 'sarif', 'junit', 'github']) {
      const { result } = await pmjob(['validate', '--format', format, 'job.pmjob.json'], { folder: folder.path });
      expect(result).toContain('download-url');
      expect(result).not.toContain('hunter2');
    }
  });
});

describe('what is judged', () => {
  test('a folder is searched, what others own is left out', async () => {
    const folder = await emptyFolder();
    for (const name of ['a.pmjob.json', 'deep/er/b.pmjob.json', 'node_modules/c.pmjob.json', '.pmjob/d.pmjob.json'])
      await folder.copy(`${MISTAKES}none.pmjob.json`, name);
    await folder.write('deep/other.json', '{');
    const { result } = await pmjob(['validate', '--format', 'json', '.'], { folder: folder.path });
    expect((JSON.parse(result) as JsonReport).files.map(({ path }) => path)).toEqual([
      'a.pmjob.json',
      'deep/er/b.pmjob.json',
    ]);
  });

  test('a pattern that the shell left alone, each file once', async () => {
    const folder = await emptyFolder();
    for (const name of ['a.pmjob.json', 'b.pmjob.json']) await folder.copy(`${MISTAKES}none.pmjob.json`, name);
    const words = ['validate', '--format', 'json', 'b.pmjob.json', '*.pmjob.json', './a.pmjob.json'];
    const { result } = await pmjob(words, { folder: folder.path });
    expect((JSON.parse(result) as JsonReport).files.map(({ path }) => path)).toEqual(['b.pmjob.json', 'a.pmjob.json']);
  });

  test('standard input', async () => {
    const folder = await emptyFolder();
    const run = await pmjob(['validate', '-'], { folder: folder.path, input: '[1, 2]' });
    expect(run.result).toMatch(/^-:1:1 {2}error {2}not-an-object/);
    expect(run.code).toBe(1);
  });

  test('a file whose name begins with a dash, after --', async () => {
    const folder = await emptyFolder();
    await folder.copy(`${MISTAKES}none.pmjob.json`, '--yes');
    const { code, result } = await pmjob(['validate', '--', '--yes'], { folder: folder.path });
    expect([code, result]).toEqual([0, 'no problems in 1 file\n']);
  });

  test('what cannot be read is said, the others are judged', async () => {
    const folder = await emptyFolder();
    await folder.copy(`${MISTAKES}threshold-0.pmjob.json`, 'bad.pmjob.json');
    const { code, result, notes } = await pmjob(['validate', 'gone.pmjob.json', 'bad.pmjob.json', 'no*.json'], {
      folder: folder.path,
    });
    expect(notes).toBe(
      'error: gone.pmjob.json: there is no such file or folder.\nerror: no*.json: no file matches this pattern.\n',
    );
    expect(result).toContain('chain-threshold');
    expect(code).toBe(2);
  });

  test.each([
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x00, 0x7d]), 'syntax'],
    ['nothing', '', 'syntax'],
    ['no JSON', 'name: x', 'syntax'],
    ['an array', '[]', 'not-an-object'],
    ['10,000 levels', '['.repeat(10_000), 'too-deep'],
    ['5 MB', `{"name": "${'x'.repeat(5_000_000)}"}`, 'too-large'],
  ])('%s is an error of the file, and the file beside it is judged', async (_what, content, expected) => {
    const folder = await emptyFolder();
    await folder.write('odd.pmjob.json', content);
    await folder.copy(`${MISTAKES}none.pmjob.json`, 'plain.pmjob.json');
    const run = await pmjob(['validate', '--format', 'json', '.'], { folder: folder.path });
    const [odd, plain] = (JSON.parse(run.result) as JsonReport).files;
    expect(odd?.diagnostics.map(({ code }) => code)).toContain(expected);
    expect(plain?.diagnostics).toEqual([]);
    expect(run.code).toBe(1);
  });
});

test('what is larger than any job file is not read, and the file beside it is judged', async () => {
  const folder = await emptyFolder();
  await folder.copy(`${MISTAKES}none.pmjob.json`, 'plain.pmjob.json');
  await folder.write('huge.pmjob.json', '');
  await truncate(join(folder.path, 'huge.pmjob.json'), 3_000_000_000);
  const sentence = 'this is too large for a job file, which has 4,800,000 characters at most.';
  const run = await pmjob(['validate', '.'], { folder: folder.path });
  expect(run).toEqual({
    code: 2,
    result: 'no problems in 1 file\n',
    notes: `error: huge.pmjob.json: ${sentence}\n`,
  });
  const piped = await pmjob(['validate', '--fix', '-'], { folder: folder.path, input: 'x'.repeat(15_000_000) });
  expect(piped).toEqual({ code: 2, result: '', notes: `error: -: ${sentence}\n` });
});

test('more warnings than allowed fail', async () => {
  const folder = await emptyFolder();
  await folder.copy(`${MISTAKES}none.pmjob.json`, 'job.pmjob.json');
  await folder.change('job.pmjob.json', (job) => {
    job.colour = 'red';
  });
  const allowed = await pmjob(['validate', 'job.pmjob.json', '--max-warnings', '1'], { folder: folder.path });
  expect(allowed.code).toBe(0);
  const refused = await pmjob(['validate', 'job.pmjob.json', '--max-warnings', '0'], { folder: folder.path });
  expect(refused.code).toBe(1);
  expect(refused.notes).toBe('error: 1 warning is more than the 0 that --max-warnings allows.\n');
});

describe('a job that is chained to another', () => {
  const SECOND_RING = 'ae2d8a57-1e03-4c9c-9eb7-6fac45af8e51';
  const PILOT = '2b7e1516-28ae-4d2a-abf7-158809cf4f3c';

  async function folderWithPilot(pilot: object): Promise<Folder> {
    const folder = await emptyFolder();
    const ring = { id: SECOND_RING, name: 'Second ring', platform: 'Windows', linkedJobId: PILOT };
    await folder.write('rings/second.pmjob.json', JSON.stringify(ring));
    await folder.write('rings/pilot.pmjob.json', JSON.stringify({ name: 'Pilot', ...pilot }));
    return folder;
  }

  async function found(folder: Folder, ...named: string[]): Promise<string[]> {
    const { result } = await pmjob(['validate', '--format', 'json', ...named], { folder: folder.path });
    const report: JsonReport = JSON.parse(result);
    return report.files.flatMap(({ path, diagnostics }) =>
      diagnostics.filter(({ code }) => code.startsWith('chain-')).map(({ code }) => `${path} ${code}`),
    );
  }

  test('is judged by the other files of its folder, also where it alone is named', async () => {
    const folder = await folderWithPilot({ id: PILOT, platform: 'Windows', linkedJobId: SECOND_RING });
    expect(await found(folder, '.')).toEqual([
      'rings/pilot.pmjob.json chain-cycle',
      'rings/second.pmjob.json chain-cycle',
    ]);
    expect(await found(folder, 'rings/second.pmjob.json')).toEqual(['rings/second.pmjob.json chain-cycle']);
    await folder.change('rings/pilot.pmjob.json', (job) => {
      job.linkedJobId = null;
      job.platform = 'Linux';
    });
    expect(await found(folder, '.')).toEqual(['rings/second.pmjob.json chain-platform']);
  });

  test('shows the way of a circle in the other file', async () => {
    const folder = await folderWithPilot({ id: PILOT, platform: 'Windows', linkedJobId: SECOND_RING });
    const words = ['validate', '--format', 'sarif', 'second.pmjob.json'];
    const { result } = await pmjob(words, { folder: join(folder.path, 'rings') });
    const [circle] = JSON.parse(result).runs[0].results.filter(
      ({ ruleId }: { ruleId: string }) => ruleId === 'chain-cycle',
    );
    expect(circle.relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('pilot.pmjob.json');
  });

  test('knows a parent without an id by its link, unless that is on two platforms', async () => {
    const folder = await folderWithPilot({ platform: 'Linux' });
    const links = (...origins: string[]) => {
      const link = { file: 'rings/pilot.pmjob.json', customerId: 'c', id: PILOT, name: 'Pilot', named: [] };
      return folder.write(
        '.pmjob/links.json',
        JSON.stringify({ links: origins.map((origin) => ({ ...link, origin })) }),
      );
    };
    expect(await found(folder, '.')).toEqual([]);
    await links('https://one.example');
    expect(await found(folder, '.')).toEqual(['rings/second.pmjob.json chain-platform']);
    await links('https://one.example', 'https://two.example');
    expect(await found(folder, '.')).toEqual([]);
  });

  test('is judged alike before a push', async () => {
    const [folder, sandbox] = [await folderWithPilot({ id: PILOT, platform: 'Linux' }), await runningSandbox()];
    await folder.write('.pmjob/config.json', '{"rules": {"chain-platform": "error"}}');
    const words = ['push', '--url', sandbox.url, '--yes', '--new', 'rings/second.pmjob.json'];
    const { code, result, notes } = await pmjob(words, { folder: folder.path, variables: { PMJOB_TOKEN: 'sandbox' } });
    expect(`${result}${notes}`).toContain('chain-platform');
    expect(code).toBe(1);
    expect(await sandbox.writes()).toEqual([]);
  });
});
