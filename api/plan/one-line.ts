/** Everything that is not seen as what it is: controls, marks without a width, separators, and every blank but the plain one. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text from a file or a platform on one line: what cannot be seen is written as an escape, so that it neither draws
 * over the rest of a plan nor lets two different texts look the same.
 */
export function oneLine(text: string): string {
  return text.replaceAll(UNSEEN, (found) => SHORT[found] ?? escapeOf(found));
}

function escapeOf(found: string): string {
  const code = (found.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
