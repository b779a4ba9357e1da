import { isPacked, isScriptLike } from '../../schemas/script-like.ts';

/**
 * Which lines of a job file are never printed: those of a script, of what looks like one under any key, and of an address
 * that may carry a password. Where such a text does not end on its line, as in what was pasted, nobody can tell where it
 * does: nothing below is printed. Nor is anything below a text without an end under a key that no release knows.
 */
export function concealedLines(lines: readonly string[]): (line: number) => boolean {
  const concealed = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const values = [...line.matchAll(KEY)].map(({ index: at, 0: key }) => line.slice(at + key.length));
    if (values.length > 0 || holdsScript(line)) concealed.add(index);
    if (values.some((value) => !ENDED.test(value)) || opensScript(line))
      return (asked) => asked >= index || concealed.has(asked);
  }
  return (asked) => concealed.has(asked);
}

/** However the key is quoted: the text may be broken. */
const KEY =
  /(?:["'`\u2018\u2019\u201c\u201d]|[{,]\s*|^\s*)(?:script|detectionScript|downloadURL)["'`\u2018\u2019\u201c\u201d]?\s*[:=]\s*/g;
const ENDED = /^(?:null|"(?:[^"\\]|\\.)*")\s*(?:[,}\]]|$)/;

/** A run of base64 wherever it stands, or a text that looks like a script under its key. */
function holdsScript(line: string): boolean {
  if ([...line.matchAll(/[A-Za-z0-9+/=]{48,}/g)].some(([run]) => isPacked(run) || isPacked(run.replace(/=.*$/, ''))))
    return true;
  return [...line.matchAll(ENTRY)].some(({ groups: { key = '', text = '' } = {} }) =>
    isScriptLike(text.replaceAll(/\\[nr]/g, '\n'), key),
  );
}

/** A text that goes on in the next line: a line break could stand in it as well as in a script. */
function opensScript(line: string): boolean {
  const { key = '', text = '' } = OPEN.exec(line.replaceAll(ENTRY, ''))?.groups ?? {};
  return key !== '' && isScriptLike(`${text}\n.`, key);
}

const ENTRY = /"(?<key>[^"\\]{1,100})"\s*:\s*"(?<text>(?:[^"\\]|\\.)*)"/g;
const OPEN = /"(?<key>[^"\\]{1,100})"\s*:\s*"(?<text>(?:[^"\\]|\\.)*)$/;
