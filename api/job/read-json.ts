import type { Json } from '../../schemas/json.ts';
import { markNumbers } from './exact-number.ts';

/** Deeper than any job; what works on values calls itself and must not run out of stack. */
const DEEPEST = 64;

/**
 * Reads JSON, or answers undefined: for a text that is none, or nested deeper than a job can be. A number that JavaScript
 * cannot keep is read as a marked text; write what was read with `writeJson`.
 */
export function readJson(text: string): Json | undefined {
  if (nesting(text) > DEEPEST) return undefined;
  try {
    return JSON.parse(markNumbers(text));
  } catch {
    return undefined;
  }
}

function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
}
