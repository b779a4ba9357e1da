import { isBlank, isPastedBlank } from './characters.ts';

/**
 * Whether what follows on the line shows that a text, word or number has ended: a separator, a closing bracket, a comment or
 * the line's end. No colon follows a value.
 */
export function endsToken(text: string, from: number, isValue: boolean): boolean {
  let at = from;
  while (isBlank(text.charCodeAt(at)) || isPastedBlank(text.charCodeAt(at))) {
    if (text[at] === '\n' || text[at] === '\r') return true;
    at++;
  }
  const next = text.charAt(at);
  if (next === ':' || next === '=') return !isValue;
  return next === '' || ',;}]'.includes(next) || (at > from && (next === '/' || next === '#'));
}
