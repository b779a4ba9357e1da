import type { MarkupContent } from 'vscode-languageserver-types';

/** What is said in Markdown, for an editor that shows it as it stands: fenced text stays, the signs around words go. */
export function withoutMarkdown({ value }: MarkupContent): MarkupContent {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of value.split('\n')) {
    const opening = fence === undefined ? /^`{3,}/.exec(line)?.[0] : undefined;
    if (opening !== undefined) fence = opening;
    else if (line === fence) fence = undefined;
    else if (fence !== undefined) lines.push(line);
    else if (line !== '---') lines.push(plainWords(line));
  }
  return { kind: 'plaintext', value: lines.join('\n').replace(/\n{3,}/g, '\n\n') };
}

function plainWords(line: string): string {
  return line
    .replace(SIGNS, (_, escaped: string | undefined, code: string | undefined) => escaped ?? code ?? '')
    .trimEnd();
}

/** An escaped sign, a piece of code, and what makes words bold. */
const SIGNS = /\\([\\`*_{}[\]<>#|~])|`([^`]*)`|\*\*/g;
