/** What is done to a text; the number chooses the place. */
export type Damage = (text: string, place: number) => string;

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
export const INDENTS: readonly Damage[] = [
  everywhere(/^ +/gm, (indent) => indent.replaceAll('  ', '\u00a0 ')),
  everywhere(/^ +/gm, (indent) => indent.replaceAll(' ', '\u00a0')),
];

/** What else copying out of a page or a PDF does, and mistakes with one reading: a repair gives the value back. */
export const PASTING: readonly Damage[] = [
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
export const BREAKING: readonly Damage[] = [
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
  typed,
  exchanged,
  ...['__proto__', 'constructor', 'a/b~c', ''].map((key) => at(KEY, () => JSON.stringify(key))),
  ...oddValues().map((value) => at(VALUE, () => value)),
  ...['Once', 'Daily', 'Weekly', 'Monthly', 'weekly'].map((type) =>
    at(/(?<="scheduleType":\s*)"[^"]*"/g, () => JSON.stringify(type)),
  ),
];

/** Some characters gone, another in their place. */
function typed(text: string, place: number): string {
  const start = place % (text.length + 1);
  const put = TYPED.charAt(place % (TYPED.length + 2));
  return text.slice(0, start) + put + text.slice(start + (place % 13));
}

const TYPED = '"{}[],:\n\u00a0\'\\/0x“\t\r-.';

/** Two values, each in the place of the other. */
function exchanged(text: string, place: number): string {
  const found = [...text.matchAll(VALUE)];
  const first = found[place % Math.max(1, found.length)];
  const second = found[(place * 7 + 1) % Math.max(1, found.length)];
  if (first === undefined || second === undefined || first.index >= second.index) return text;
  const [one, other] = [first[0], second[0]];
  const between = text.slice(first.index + one.length, second.index);
  return text.slice(0, first.index) + other + between + one + text.slice(second.index + other.length);
}

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
