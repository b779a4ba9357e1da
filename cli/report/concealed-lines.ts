/**
 * Which lines of a job file are never printed: those of a script, and of an address that may carry a password. Where such a
 * text does not end on its line, as in what was pasted, nobody can tell where it does: nothing below is printed.
 */
export function concealedLines(lines: readonly string[]): (line: number) => boolean {
  const concealed = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const values = [...line.matchAll(KEY)].map(({ index: at, 0: key }) => line.slice(at + key.length));
    if (values.length > 0) concealed.add(index);
    if (values.some((value) => !ENDED.test(value))) return (asked) => asked >= index || concealed.has(asked);
  }
  return (asked) => concealed.has(asked);
}

/** However the key is quoted: the text may be broken. */
const KEY =
  /(?:["'`\u2018\u2019\u201c\u201d]|[{,]\s*|^\s*)(?:script|detectionScript|downloadURL)["'`\u2018\u2019\u201c\u201d]?\s*[:=]\s*/g;
const ENDED = /^(?:null|"(?:[^"\\]|\\.)*")\s*(?:[,}\]]|$)/;
