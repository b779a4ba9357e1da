import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import { MAXIMUM_CHARACTERS } from '../../server/document/limits.ts';
import { withoutMarks } from '../rules/marked-text.ts';
import { BREAKING, type Damage, INDENTS, PASTING } from './harm.ts';

const samplesFolder = join(import.meta.dirname, '../samples');
const examplesFolder = join(import.meta.dirname, '../rules/examples');

/** The bodies of the release notes. */
const samples: readonly string[] = readdirSync(samplesFolder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => readFileSync(join(samplesFolder, name), 'utf8'));

/** The examples of one rule. */
interface Examples {
  wrong: readonly string[];
  right: readonly string[];
}

/** One of every rule that has some: a rule with many examples is drawn no more often than one with few. */
const rules: readonly Examples[] = [
  ...readdirSync(examplesFolder).map((code) => ({ wrong: texts(code, 'wrong-'), right: texts(code, 'right-') })),
  { wrong: ['', '{}', '[1]'].map((text) => text.padEnd(MAXIMUM_CHARACTERS + 1)), right: ['{}'] },
];

function harm(damages: readonly Damage[]): fc.Arbitrary<[Damage, number]> {
  return fc.tuple(fc.constantFrom(...damages), fc.nat(10_000));
}

/** Often one harm or none: after three, few rules find what their example is about. */
function harms(damages: readonly Damage[]): fc.Arbitrary<[Damage, number][]> {
  return fc.oneof(
    { arbitrary: fc.array(harm(damages), { maxLength: 1 }), weight: 2 },
    fc.array(harm(damages), { maxLength: 3 }),
  );
}

/** A sample as it looks after copying, with the sample. */
export const pasted: fc.Arbitrary<{ sample: string; text: string }> = fc
  .tuple(fc.constantFrom(...samples), fc.constantFrom(...INDENTS), fc.array(harm(PASTING), { maxLength: 4 }))
  .map(([sample, indent, done]) => ({ sample, text: damagedBy(done, indent(sample, 0)) }));

/** An example that its rule finds; seldom one that it does not, or a sample. */
const exampleOfARule: fc.Arbitrary<string> = fc
  .constantFrom(...rules)
  .chain(({ wrong, right }) =>
    fc.oneof(
      { arbitrary: fc.constantFrom(...wrong), weight: 48 },
      { arbitrary: fc.constantFrom(...right), weight: 1 },
      { arbitrary: fc.constantFrom(...samples), weight: 1 },
    ),
  );

/** A job with fields of two others, so that rules meet. */
const merged: fc.Arbitrary<string> = fc
  .tuple(
    exampleOfARule,
    fc.array(exampleOfARule, { minLength: 2, maxLength: 2 }),
    fc.array(fc.boolean(), { maxLength: 8 }),
  )
  .map(([into, others, left]) => {
    const job = jobOf(into);
    if (job === undefined) return into;
    const fields = others.flatMap((other) => Object.entries(jobOf(other) ?? {})).filter((_, index) => !left[index]);
    return `${JSON.stringify({ ...Object.fromEntries(fields), ...job }, undefined, 2)}\n`;
  });

/** What any rule speaks of, damaged in any way: every rule is as likely as the next. */
export const damaged: fc.Arbitrary<string> = fc
  .tuple(fc.oneof(exampleOfARule, { arbitrary: merged, weight: 2 }), harms([...PASTING, ...BREAKING]))
  .map(([text, done]) => damagedBy(done, text));

/** The same, of which only is done what leaves a job. */
export const wrongJob: fc.Arbitrary<string> = fc
  .tuple(fc.oneof(exampleOfARule, { arbitrary: merged, weight: 2 }), harms(BREAKING))
  .map(([text, done]) =>
    done.reduce((present, one) => {
      const after = damagedBy([one], present);
      return jobOf(after) === undefined ? present : after;
    }, text),
  )
  .filter((text) => text.length <= MAXIMUM_CHARACTERS && jobOf(text) !== undefined);

function damagedBy(done: readonly (readonly [Damage, number])[], text: string): string {
  // What is too large is that alone: nothing else is said of it, and each look at it takes its time.
  if (text.length > MAXIMUM_CHARACTERS) return text;
  return done.reduce((present, [damage, place]) => damage(present, place), text);
}

/** The texts of the examples of a rule that are found by it, or are not. */
function texts(code: string, kind: 'wrong-' | 'right-'): string[] {
  return readdirSync(join(examplesFolder, code))
    .filter((name) => name.startsWith(kind))
    .map((name) => {
      const [marked = ''] = readFileSync(join(examplesFolder, code, name), 'utf8').split('\n---- ');
      return withoutMarks(marked);
    });
}

function jobOf(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
