import { isObject, type JsonObject } from '../../schemas/json.ts';
import { type Pointer, parent, valueAt } from '../../schemas/pointer.ts';
import { readScript } from '../domain/script.ts';
import { linesOf, scriptSize } from '../domain/script-size.ts';
import { scriptText } from '../domain/script-text.ts';
import { clipped, counted } from '../words.ts';

/** What a script field holds: its first lines, decoded and fenced, with its size; or what is wrong with its base64. */
export function scriptInWords(field: string, at: { pointer: Pointer; job: JsonObject }): string {
  const reading = readScript(field);
  switch (reading.kind) {
    case 'blank':
      return 'No script.';
    case 'server-path':
      return 'A path on the server, as an answer has it: not the script, and nothing that can be sent.';
    case 'plain':
      return `Not base64: ${reading.why}.`;
    case 'wrapped':
      return `The base64 is broken by blanks or line breaks. Without them it reads:\n\n${decoded(field, at)}`;
    case 'base64':
      return decoded(field, at);
  }
}

/** `412 bytes, 14 lines`. */
export function scriptSizeInWords(field: string): string | undefined {
  const size = scriptSize(field);
  if (size === undefined) return undefined;
  const lines = size.lines === undefined ? 'no text' : counted(size.lines, 'line');
  return `${counted(size.bytes, 'byte')}, ${lines}`;
}

const SHOWN_LINES = 12;
const SHOWN_WIDTH = 120;

function decoded(field: string, { pointer, job }: { pointer: Pointer; job: JsonObject }): string {
  const script = scriptText(field);
  if (script === undefined)
    return `${counted(scriptSize(field)?.bytes ?? 0, 'byte')} that are no text in UTF-8 or UTF-16.`;
  const lines = linesOf(script.text);
  const shown = lines.slice(0, SHOWN_LINES).map((line) => clipped(line, SHOWN_WIDTH));
  const rest = lines.length - shown.length;
  const more = rest > 0 ? `\n… and ${counted(rest, 'more line')}, ` : '\n';
  const encoding = script.utf16 ? ', UTF-16' : '';
  return `${fenced(shown.join('\n'), languageOf(pointer, job))}\n${more}${scriptSizeInWords(field)}${encoding}`;
}

/** A fence that no line of the script can close. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** What the field beside the script says, else what the platform's machines run. */
function languageOf(pointer: Pointer, job: JsonObject): string {
  const action = valueAt(job, parent(pointer));
  const type = isObject(action) ? action[`${pointer.slice(pointer.lastIndexOf('/') + 1)}Type`] : undefined;
  if (type === 'ps' || (type !== 'sh' && job.platform === 'Windows')) return 'powershell';
  return type === 'sh' || job.platform === 'Linux' ? 'sh' : '';
}
