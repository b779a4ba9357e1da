import { printable } from '../printable.ts';
import type { JudgedFile } from './report.ts';

/**
 * JUnit's XML: a suite for each file, in it a failed case for each error, or one that passed. What is no error fails no
 * build: it stands in the suite's output.
 */
export function junitReport(files: readonly JudgedFile[]): string {
  const suites = files.map(suiteOf);
  const failures = files.reduce((sum, file) => sum + errorsOf(file).length, 0);
  const tests = files.reduce((sum, file) => sum + Math.max(1, errorsOf(file).length), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'pmjob', tests, failures })}>`,
    ...suites.flat(),
    '</testsuites>',
  ].join('\n');
}

type Diagnostic = JudgedFile['diagnostics'][number];

function suiteOf(file: JudgedFile): string[] {
  const { path } = file;
  const errors = errorsOf(file);
  const others = file.diagnostics.filter(({ severity }) => severity !== 'error');
  const cases = errors.length === 0 ? [`    <testcase${attributes({ classname: path, name: 'no error' })}/>`] : [];
  return [
    `  <testsuite${attributes({ name: path, tests: Math.max(1, errors.length), failures: errors.length })}>`,
    ...cases,
    ...errors.flatMap((error) => failedCase(path, error)),
    ...(others.length === 0
      ? []
      : [`    <system-out>${others.map((other) => text(lineOf(path, other))).join('\n')}</system-out>`]),
    '  </testsuite>',
  ];
}

function failedCase(path: string, error: Diagnostic): string[] {
  const { code, message, range } = error;
  return [
    `    <testcase${attributes({ classname: path, name: `${code} (line ${range.start.line + 1})` })}>`,
    `      <failure${attributes({ type: code, message })}>${text(lineOf(path, error))}</failure>`,
    '    </testcase>',
  ];
}

function lineOf(path: string, { code, severity, message, range: { start } }: Diagnostic): string {
  return `${path}:${start.line + 1}:${start.character + 1} ${severity} ${code} ${message}`;
}

function errorsOf({ diagnostics }: JudgedFile): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${attribute(String(value))}"`)
    .join('');
}

/** A line break in an attribute is read as a blank unless it is named. */
function attribute(value: string): string {
  return text(value).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}

function text(value: string): string {
  return allowed(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** XML 1.0 cannot hold every character, not even escaped: what it cannot hold becomes visible. */
function allowed(value: string): string {
  return printable(value).replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd');
}
