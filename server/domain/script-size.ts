import { readScript } from './script.ts';
import { scriptText } from './script-text.ts';

/** How large a script is once its base64 is read. */
export interface ScriptSize {
  bytes: number;
  /** Undefined where the bytes are no text. */
  lines: number | undefined;
}

/** Undefined for what is not base64: a path of the server, blanks, plain text. */
export function scriptSize(field: string): ScriptSize | undefined {
  const reading = readScript(field);
  if (reading.kind !== 'base64' && reading.kind !== 'wrapped') return undefined;
  const base64 = reading.kind === 'wrapped' ? reading.joined : field;
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const text = scriptText(field)?.text;
  return { bytes: (base64.length / 4) * 3 - padding, lines: text === undefined ? undefined : linesOf(text).length };
}

/** The lines of a script, without the empty one after a last line end. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}
