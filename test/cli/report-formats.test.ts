import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Folder } from './support/folder.ts';
import { pmjob, type Run } from './support/pmjob.ts';
import { type Element, readXml } from './support/xml.ts';

const MISTAKES = 'test/cli/fixtures/mistakes/';
/** Whatever could break a format: marks of XML, of workflow commands and of addresses, controls, line breaks. */
const ODD_KEY = '<a href="x">&amp;\u0000\u001b]]>\ud800::error::%0A,\n';
const ODD_NAME = 'jobs & more/100% <odd>, really: yes.pmjob.json';

async function oddFolder(): Promise<Folder> {
  const folder = await emptyFolder();
  await folder.copy(`${MISTAKES}threshold-0.pmjob.json`, ODD_NAME);
  await folder.change(ODD_NAME, (job) => {
    job[ODD_KEY] = 1;
  });
  await folder.copy(`${MISTAKES}none.pmjob.json`, 'fine.pmjob.json');
  return folder;
}

const report = (format: string, folder: Folder, ...named: string[]): Promise<Run> =>
  pmjob(['validate', '--format', format, ...(named.length === 0 ? [ODD_NAME, 'fine.pmjob.json'] : named)], {
    folder: folder.path,
  });

describe('sarif', () => {
  const isSarif = new Ajv({ strict: true, allErrors: true }).compile(
    JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/sarif.schema.json'), 'utf8')),
  );

  test('is SARIF 2.1.0, whatever the file holds', async () => {
    const { result, code } = await report('sarif', await oddFolder());
    const sarif = JSON.parse(result);
    isSarif(sarif);
    expect(isSarif.errors).toBeNull();
    expect(code).toBe(1);
    const [run] = sarif.runs;
    expect(
      run.artifacts.map((artifact: { location: { uri: string } }) => decodeURIComponent(artifact.location.uri)),
    ).toEqual([ODD_NAME, 'fine.pmjob.json']);
  });

  test('gives each finding its rule with help, its level and its place', async () => {
    const folder = await oddFolder();
    const { result } = await report('sarif', folder);
    const [{ results, tool }] = JSON.parse(result).runs;
    const [threshold] = results;
    const rule = tool.driver.rules[threshold.ruleIndex];
    expect(rule).toMatchObject({ id: 'chain-threshold', defaultConfiguration: { level: 'error' } });
    expect(rule.help.markdown).toContain('```');
    expect(threshold).toMatchObject({ ruleId: 'chain-threshold', level: 'error' });
    const [{ physicalLocation, logicalLocations }] = threshold.locations;
    expect(logicalLocations).toEqual([{ fullyQualifiedName: '/chainedJobRule/0/threshold' }]);
    const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
    expect(endLine).toBe(startLine);
    const line = (await folder.read(ODD_NAME)).split('\n')[startLine - 1];
    expect(line?.slice(startColumn - 1, endColumn - 1)).toBe('0');
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  test('without a problem it is a run without results', async () => {
    const { result, code } = await report('sarif', await oddFolder(), 'fine.pmjob.json');
    expect(JSON.parse(result).runs[0].results).toEqual([]);
    expect(code).toBe(0);
  });
});

describe('junit', () => {
  test('is well-formed XML, whatever the file holds', async () => {
    const { result, code } = await report('junit', await oddFolder());
    const root = readXml(result.trimEnd());
    expect(root).toMatchObject({ name: 'testsuites', attributes: { tests: '2', failures: '1' } });
    const [odd, fine] = root.children;
    expect(odd?.attributes.name).toBe(ODD_NAME);
    const failure = odd?.children[0]?.children[0];
    expect(failure).toMatchObject({ name: 'failure', attributes: { type: 'chain-threshold' } });
    expect(failure?.attributes.message).toMatch(/^chainedJobRule\[0\]\.threshold is 0;/);
    expect(outputOf(odd)).toContain('warning unknown-field');
    expect(outputOf(odd)).toContain('<a href=');
    expect(fine?.attributes).toMatchObject({ tests: '1', failures: '0' });
    expect(code).toBe(1);
  });

  test('a warning fails no case', async () => {
    const folder = await oddFolder();
    const { result, code } = await report('junit', folder, 'fine.pmjob.json');
    expect(readXml(result.trimEnd()).attributes.failures).toBe('0');
    expect(code).toBe(0);
  });

  function outputOf(suite: Element | undefined): string {
    return suite?.children.find(({ name }) => name === 'system-out')?.text ?? '';
  }
});

describe('github', () => {
  test('is one command a line, whatever the file holds', async () => {
    const { result, code } = await report('github', await oddFolder());
    const commands = result.trimEnd().split('\n').map(commandFrom);
    expect(commands.map(({ command, properties }) => [command, properties.title])).toEqual([
      ['error', 'chain-threshold'],
      ['warning', 'unknown-field'],
    ]);
    for (const { properties } of commands) expect(properties.file).toBe(ODD_NAME);
    const [threshold, unknown] = commands;
    expect(threshold?.properties).toMatchObject({ line: '20', endLine: '20', col: '20', endColumn: '20' });
    expect(threshold?.message).toMatch(/^chainedJobRule\[0\]\.threshold is 0;/);
    expect(unknown?.message).toContain('::error::%0A,');
    expect(code).toBe(1);
  });

  test('says nothing where nothing is wrong', async () => {
    expect((await report('github', await oddFolder(), 'fine.pmjob.json')).result).toBe('');
  });

  /** As the runner reads a line. */
  function commandFrom(line: string) {
    const [, command, written = '', message = ''] = /^::(\w+) ([^:]*)::(.*)$/.exec(line) ?? [];
    const pairs = written.split(',').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name, unescaped(value.join('=').replaceAll('%3A', ':').replaceAll('%2C', ','))];
    });
    return { command, properties: Object.fromEntries(pairs) as Record<string, string>, message: unescaped(message) };
  }

  function unescaped(text: string): string {
    return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  }
});
