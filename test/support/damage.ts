import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { withoutMarks } from '../rules/marked-text.ts';

const samplesFolder = join(import.meta.dirname, '../samples');
const examplesFolder = join(import.meta.dirname, '../rules/examples');

const samples: readonly string[] = readdirSync(samplesFolder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => readFileSync(join(samplesFolder, name), 'utf8'));

/** The texts of all examples of the rules. */
const examples: readonly string[] = readdirSync(examplesFolder).flatMap((code) =>
  readdirSync(join(examplesFolder, code)).map((name) => {
    const [marked = ''] = readFileSync(join(examplesFolder, code, name), 'utf8').split('\n---- ');
    return withoutMarks(marked);
  }),
);

/** What is done to a text; the number chooses the place. */
type Damage = (text: string, place: number) => string;

const TEXT = /"(?:[^"\\]|\\.)*"/g;
const KEY = /"[A-Za-z]+"(?=\s*:)/g;
const VALUE = /(?<=":\s*)(?:"(?:[^"\\\n]|\\.)*"|-?\d+|true|false|null|\[\]|\{\})/g;

/** Replaces one of the places where a pattern matches. */
function at(pattern: RegExp, put: (found: string, place: number) => string): Damage {
  return (text, place) => {
    const found = [...text.matchAll(pattern)];
    const chosen = found[place % Math.max(1, found.length)];
    if (chosen === undefined) return text;
    const [match] = chosen;
    return text.slice(0, chosen.index) + put(match, place) + text.slice(chosen.index + match.length);
  };
}

function everywhere(pattern: RegExp, put: (found: string) => string): Damage {
  return (text) => text.replace(pattern, put);
}

function inside(found: string, place: number, put: string): string {
  const middle = 1 + (place % Math.max(1, found.length - 1));
  return found.slice(0, middle) + put + found.slice(middle);
}

/** What a page makes of indents. */
const INDENTS: readonly Damage[] = [
  everywhere(/^ +/gm, (indent) => indent.replaceAll('  ', '\u00a0 ')),
  everywhere(/^ +/gm, (indent) => indent.replaceAll(' ', '\u00a0')),
];

/** What else copying out of a page or a PDF does, and mistakes with one reading: a repair gives the value back. */
const PASTING: readonly Damage[] = [
  everywhere(/(?<=[}\]],?)\n/g, () => '\u00a0\n'),
  everywhere(/\n/g, () => '\r\n'),
  everywhere(/\n/g, () => '\r'),
  everywhere(TEXT, (found) => (found.includes('\\') ? found : `\u201c${found.slice(1, -1)}\u201d`)),
  everywhere(TEXT, (found) => (/[\\'\r\n]/.test(found) ? found : `'${found.slice(1, -1)}'`)),
  at(/"[A-Za-z0-9+/=_-]{16,}"/g, (found, place) => inside(found, place, '\n\u00a0 \u00a0 ')),
  at(/"[A-Za-z0-9+/=_-]{16,}"/g, (found, place) => inside(found, place, '\u00a0')),
  at(/"[A-Za-z0-9+/=_-]{40,}"/g, (found, place) => inside(found, place, ' ')),
  at(/"https:[^"]+"/g, (found, place) => inside(found, Math.max(place % found.length, 10), '\n \u00a0')),
  at(TEXT, (found, place) => inside(found, place, '\u00ad')),
  at(TEXT, (found, place) => inside(found, place, '\u200b')),
  at(/(?<=["\d}\]el]),(?=\s*\n\s*")/g, () => ''),
  at(/(?<=["\d}\]el])(?=\s*[}\]])/g, () => ','),
  at(/(?<=,)\n/g, () => ' // a note\n'),
  at(/(?<=,)\n/g, () => '\n  # a note\n'),
  at(/(?<=:) /g, () => ' /* a note */ '),
  at(KEY, (found) => found.slice(1, -1)),
  at(/(?<=": )(?:true|false)/g, (found) => found.toUpperCase()),
  at(/(?<=")\s*:/g, () => ' ='),
];

/** What may be lost for good, and values that rules speak of. */
const BREAKING: readonly Damage[] = [
  (text, place) => text.slice(0, place % (text.length + 1)),
  at(/[[\]{}":,]/g, () => ''),
  at(/\n/g, (found, place) => found + '{}[]":,\\\'/\u00a0x0-.'.charAt(place % 17)),
  at(TEXT, (found, place) => inside(found, place, '\n\u00a0 ')),
  at(TEXT, (found, place) => inside(found, place, '\t')),
  at(TEXT, (found, place) => inside(found, place, '\\')),
  at(TEXT, (found) => found.slice(0, -1)),
  at(/.*\n/g, () => ''),
  at(/.*,\n/g, (found) => found + found),
  (text) => `\ufeff${text}`,
  (text) => `[${text}]`,
  (text) => `[\n  ${text.replaceAll('\n', '\n  ')},\n  ${text.replaceAll('\n', '\n  ')}\n]\n`,
  at(KEY, (found, place) => inside(found, place, 'x')),
  at(KEY, (found) => found.toLowerCase()),
  ...oddValues().map((value) => at(VALUE, () => value)),
  ...['Once', 'Daily', 'Weekly', 'Monthly', 'weekly'].map((type) =>
    at(/(?<="scheduleType":\s*)"[^"]*"/g, () => JSON.stringify(type)),
  ),
];

function oddValues(): string[] {
  const texts = ['', 'windows', 'ON_DEMAND', 'true', '100%', '2030-01-15 22:00:00', '2030-01-31 10:00:00 PM', 'EST'];
  const more = ['Mon, Fri', '0,1,0', 'http://example.com/ a', 'www.example.com', 'write-host 1', 'd543e2a2'];
  return [
    ...[...texts, ...more].map((text) => JSON.stringify(text)),
    '0',
    '101',
    '-1',
    '06',
    'null',
    'true',
    '[]',
    '{}',
  ];
}

function damagedBy(damages: readonly Damage[], texts: readonly string[], most: number): fc.Arbitrary<string> {
  const harm = fc.tuple(fc.constantFrom(...damages), fc.nat(10_000));
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(harm, { minLength: 1, maxLength: most }))
    .map(([text, harms]) => harms.reduce((present, [damage, place]) => damage(present, place), text));
}

/** A sample as it looks after copying, with the sample. */
export const pasted: fc.Arbitrary<{ sample: string; text: string }> = fc
  .tuple(fc.constantFrom(...samples), fc.constantFrom(...INDENTS), fc.nat(3))
  .chain(([sample, indent, most]) => {
    const copied = indent(sample, 0);
    const text = most === 0 ? fc.constant(copied) : damagedBy(PASTING, [copied], most + 1);
    return text.map((damaged) => ({ sample, text: damaged }));
  });

/** A sample or an example of a rule, damaged in any way. */
export const damaged: fc.Arbitrary<string> = damagedBy(
  [...PASTING, ...BREAKING],
  [...samples, ...examples, ...examples],
  3,
);
