import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('docs/architecture.md', 'utf8');

test('the page on the architecture names tests that are there', () => {
  const named = [...new Set(page.match(/test\/[\w/-]+\.test\.ts/g))];
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test('every invariant names the test that holds it', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| invariant'));
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => !/`test\/[\w/-]+\.test\.ts` \|$/.test(row))).toEqual([]);
});

test('the README shows pictures and links to pages that are there', () => {
  const readme = readFileSync('README.md', 'utf8');
  const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
  expect(targets).toContain('docs/pictures/confirm.png');
  expect(targets.filter((path) => !existsSync(path))).toEqual([]);
});

test('the README has a row for every command of the editor', () => {
  const readme = readFileSync('README.md', 'utf8');
  const titles: Record<string, string> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
  const commands = Object.keys(titles).filter((key) => key.startsWith('command.'));
  expect(commands.filter((key) => !readme.includes(`| ${titles[key]} | `))).toEqual([]);
});
