import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { emptyFolder } from './support/folder.ts';
import { pmjob, pmjobOnTerminal } from './support/pmjob.ts';

const JOB = 'test/cli/fixtures/mistakes/none.pmjob.json';
const ID = '5b0fd130-52c8-473c-96b1-8f10ea7d4c13';
const TOKEN = 'a-token-that-nobody-may-see';

async function folderWithJob() {
  const folder = await emptyFolder();
  await folder.copy(JOB, 'job.pmjob.json');
  return folder;
}

describe('what is not understood ends with 2, a sentence, and an empty result', () => {
  test.each([
    [['shout'], "unknown command 'shout'"],
    [['help', 'shout'], "unknown command 'shout'"],
    [['validate'], "missing required argument 'file|folder|pattern'"],
    [['validate', '--format', 'yaml', 'job.pmjob.json'], 'Allowed choices are text, json'],
    [['validate', '--max-warnings', 'many', 'job.pmjob.json'], 'It is a whole number from 0'],
    [['validate', '--colour', 'job.pmjob.json'], "unknown option '--colour'"],
    [['push', 'job.pmjob.json', '--yes'], 'No platform'],
    [['push', 'job.pmjob.json', '--yes', '--url', 'http://example.com'], 'Only https is allowed'],
    [['push', 'job.pmjob.json', '--yes', '--url', 'https://u:p@example.com'], 'does not belong in the address'],
    [['push', 'job.pmjob.json', '--yes', '--url', 'http://127.0.0.1:9'], 'No sign-in'],
    [['push', 'job.pmjob.json', '--new', '--link', '5b0fd130-52c8-473c-96b1-8f10ea7d4c13'], 'cannot be used with'],
    [['push', 'job.pmjob.json', '--link', '1'], 'A job id is a UUID'],
    [['push', 'job.pmjob.json', '--url', 'http://127.0.0.1:9', '--connection', 'x'], 'cannot be used with'],
    [['push', 'job.pmjob.json', '--on-conflict', 'win'], 'Allowed choices are fail, merge, overwrite'],
    [['push', '-', '--yes'], 'Standard input (-) cannot be pushed'],
    [['push', 'gone.pmjob.json', '--yes'], 'gone.pmjob.json: there is no such file'],
    [['enable', '-', '--yes', '--url', 'http://127.0.0.1:9'], 'Standard input (-) is linked to no job'],
    [['pull'], 'Which job? Give its id, or --all FOLDER'],
    [['sandbox', '--port', '70000'], 'A port is a number from 0 to 65535'],
    [['lsp'], "required option '--stdio'"],
  ])('%j', async (words, sentence) => {
    const folder = await folderWithJob();
    const { code, result, notes } = await pmjob(words, { folder: folder.path });
    expect(notes).toContain(sentence);
    expect([code, result]).toEqual([2, '']);
    expect(notes).not.toMatch(/\n\s+at /);
  });

  test.each([
    [['disable', ID], 'Give --yes to disable the job without a question'],
    [['delete', ID], 'Give --yes and --confirm-delete with the name of the job'],
    [['delete', ID, '--yes'], 'Give --confirm-delete with the name of the job'],
  ])('%j without a terminal', async (words, sentence) => {
    const folder = await emptyFolder();
    const variables = { PMJOB_URL: 'http://127.0.0.1:9', PMJOB_TOKEN: TOKEN };
    const { code, notes } = await pmjob(words, { folder: folder.path, variables });
    expect([code, notes]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('no command at all shows the help', async () => {
    const folder = await emptyFolder();
    const { code, result, notes } = await pmjob([], { folder: folder.path });
    expect(notes).toContain('Usage: pmjob');
    expect([code, result]).toEqual([2, '']);
  });
});

test('a folder that is gone is told of, and keeps no help from being printed', async () => {
  const folder = await emptyFolder();
  const gone = async (word: string) => {
    const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
    const shell = 'mkdir gone && cd gone && rmdir ../gone && exec "$@"';
    const child = spawn('/bin/sh', ['-c', shell, 'sh', process.execPath, cli, ...word.split(' ')], {
      cwd: folder.path,
    });
    const [notes] = await Promise.all([text(child.stderr), once(child, 'close')]);
    return { code: child.exitCode, notes };
  };
  expect(await gone('--version')).toEqual({ code: 0, notes: '' });
  const notes = 'error: The folder that you are in is gone or may not be read. Go into another one and try again.\n';
  expect(await gone('validate job.pmjob.json')).toEqual({ code: 2, notes });
});

test('help and version are results', async () => {
  const folder = await emptyFolder();
  const help = await pmjob(['--help'], { folder: folder.path });
  expect([help.code, help.notes]).toEqual([0, '']);
  for (const word of ['validate', 'push', 'sandbox', 'Exit codes', 'PMJOB_URL', 'NO_COLOR'])
    expect(help.result).toContain(word);
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  const said = await pmjob(['--version'], { folder: folder.path });
  expect([said.code, said.result]).toEqual([0, `${version}\n`]);
});

test('--yes takes no value: the word after it is a file', async () => {
  const folder = await emptyFolder();
  const words = ['push', '--url', 'http://127.0.0.1:9', '--yes', 'gone.pmjob.json'];
  const { notes } = await pmjob(words, { folder: folder.path, variables: { PMJOB_TOKEN: TOKEN } });
  expect(notes).toContain('gone.pmjob.json: there is no such file');
});

describe('a sign-in belongs to its origin', () => {
  test('the token is not given to another one', async () => {
    const folder = await folderWithJob();
    const { code, notes } = await pmjob(['push', 'job.pmjob.json', '--yes', '--url', 'http://127.0.0.1:9'], {
      folder: folder.path,
      variables: { PMJOB_URL: 'https://gateway.qg1.apps.qualys.com', PMJOB_TOKEN: TOKEN },
    });
    expect(notes).toContain('belongs to https://gateway.qg1.apps.qualys.com');
    expect(notes).not.toContain(TOKEN);
    expect(code).toBe(2);
  });
});

test('the dot that ends a name does not make another origin of it', async () => {
  const folder = await folderWithJob();
  for (const [bound, named] of [
    ['https://platform.invalid.', 'https://platform.invalid'],
    ['https://platform.invalid', 'https://PLATFORM.invalid.:443/'],
    ['https://platform.invalid.', undefined],
  ] as const) {
    const words = ['test-connection', ...(named === undefined ? [] : ['--url', named])];
    const variables = { PMJOB_URL: bound, PMJOB_TOKEN: TOKEN, HTTPS_PROXY: 'http://127.0.0.1:9' };
    const { code, result } = await pmjob(words, { folder: folder.path, variables });
    expect([code, result]).toEqual([1, expect.stringContaining('proxy')]);
  }
});

describe('a token that no request can carry', () => {
  test.each([
    ['a line break', 'SECRETONE\nSECRETTWO'],
    ['a blank', 'Bearer SECRETONE'],
    ['a letter beyond ASCII', 'SECRETONE\u00e9\u2026'],
    ['nothing but blanks', ' \n'],
  ])('%s in it is told before anything is sent, without the token', async (_, token) => {
    const folder = await folderWithJob();
    const words = ['push', 'job.pmjob.json', '--yes', '--url', 'http://127.0.0.1:9'];
    const { code, result, notes } = await pmjob(words, { folder: folder.path, variables: { PMJOB_TOKEN: token } });
    expect(notes).toContain('error: PMJOB_TOKEN is no token');
    expect(notes).not.toContain('SECRET');
    expect([code, result]).toEqual([2, '']);
  });
});

describe('the connections file', () => {
  const push = (folder: string, ...words: string[]) =>
    pmjob(['push', 'job.pmjob.json', ...words], { folder, variables: { PMJOB_TOKEN: TOKEN } });

  test.each([
    ['{', 'this is not JSON'],
    ['[]', 'expected {"connections"'],
    ['{"connections":[{"name":"a","baseUrl":"http://example.com"}]}', 'connection 1: "baseUrl": Only https'],
    ['{"connections":[{"name":"a","baseUrl":"https://example.com","Protected":true}]}', 'has a key "Protected"'],
    [
      '{"connections":[{"name":"a","baseUrl":"https://example.com","protected":"yes"}]}',
      '"protected" is true or false',
    ],
    ['{"connections":[]}', 'There is no connection "a"'],
  ])('%s is a mistake that names the file', async (content, sentence) => {
    const folder = await folderWithJob();
    await folder.write('pmjob/connections.json', content);
    const { code, notes } = await push(folder.path, '--yes', '--connection', 'a');
    expect(notes).toContain(sentence);
    expect(notes).toContain('pmjob/connections.json');
    expect(code).toBe(2);
  });

  test.each([
    [['--connection', 'production'], 'protected'],
    [['--url', 'http://127.0.0.1:9/'], 'protected'],
    [['--connection', 'production', '--confirm', 'test'], 'is not this connection'],
  ])('a protected connection wants its name: %j', async (words, sentence) => {
    const folder = await folderWithJob();
    await folder.write(
      'pmjob/connections.json',
      '{"connections":[{"name":"production","baseUrl":"http://127.0.0.1:9","protected":true}]}',
    );
    const { code, notes } = await push(folder.path, '--yes', ...words);
    expect(notes).toContain(sentence);
    expect(code).toBe(2);
  });
});

describe('colours', () => {
  const words = ['validate', 'job.pmjob.json'];

  test('are on a terminal', async () => {
    const folder = await folderWithJob();
    expect((await pmjobOnTerminal(words, { folder: folder.path }, [])).screen).toContain('\u001b[32m');
  });

  test.each([[{ NO_COLOR: '1' }], [{ TERM: 'dumb' }]])('are not with %j', async (variables) => {
    const folder = await folderWithJob();
    const { screen } = await pmjobOnTerminal(words, { folder: folder.path, variables }, []);
    expect(screen).toContain('no problems');
    expect(screen).not.toContain('\u001b[');
  });
});
