import { readScript } from './script.ts';

/** The text of a script and how its bytes hold it. */
export interface ScriptText {
  text: string;
  utf16: boolean;
  /** A byte order mark stands before the text; it is not part of `text`. */
  marked: boolean;
}

/**
 * What the script in a field says, also where its base64 is broken into lines or was left out. Undefined for a path of the
 * server, and for bytes that are no text.
 */
export function scriptText(field: string): ScriptText | undefined {
  const reading = readScript(field);
  switch (reading.kind) {
    case 'base64':
      return textOf(bytesOf(field));
    case 'wrapped':
      return textOf(bytesOf(reading.joined));
    case 'plain':
      return { text: field.replace(/^\ufeff/, ''), utf16: false, marked: field.startsWith('\ufeff') };
    case 'server-path':
    case 'blank':
      return undefined;
  }
}

function bytesOf(base64: string): Uint8Array {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

function textOf(bytes: Uint8Array): ScriptText | undefined {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    const marked = text.startsWith('\ufeff');
    return { text: marked ? text.slice(1) : text, utf16: encoding !== 'utf-8', marked };
  } catch {
    return undefined;
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return unmarkedUtf16(bytes) ?? 'utf-8';
}

/** A script is mostly ASCII: in UTF-16 every other byte of it is zero, in UTF-8 none is. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 4096);
  if (length < 4 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [first = 0, second = 0] = zeros;
  const most = (length / 2) * 0.7;
  if (second > most && first === 0) return 'utf-16le';
  return first > most && second === 0 ? 'utf-16be' : undefined;
}
