/** White space of JSON: blank, tab, line feed, carriage return. */
export function isBlank(character: number): boolean {
  return character === 32 || character === 10 || character === 9 || character === 13;
}

/**
 * What looks like nothing and is no white space of JSON: no-break and other wide blanks, soft hyphens,
 * zero-width characters, a byte order mark inside the text.
 */
export function isPastedBlank(character: number): boolean {
  return (
    character === 0xa0 ||
    character === 0xad ||
    character === 0x1680 ||
    (character >= 0x2000 && character <= 0x200f) ||
    (character >= 0x2028 && character <= 0x202f) ||
    character === 0x205f ||
    character === 0x2060 ||
    character === 0x3000 ||
    character === 0xfeff
  );
}

/** The offset of the first character from `from` on, before `end`, that is no blank of either kind; `end` where none is. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (isBlank(text.charCodeAt(at)) || isPastedBlank(text.charCodeAt(at)))) at++;
  return at;
}

export function isDigit(character: number): boolean {
  return character >= 48 && character <= 57;
}

/** A character that a bare word can hold: what people write where a quoted text belongs. */
export function isWordCharacter(character: number): boolean {
  return (
    isDigit(character) ||
    (character >= 65 && character <= 90) ||
    (character >= 97 && character <= 122) ||
    character === 95 ||
    character === 36 ||
    (character > 0xbf && !isPastedBlank(character) && !isTypographicQuote(character) && !isSurrogate(character))
  );
}

export function isTypographicQuote(character: number): boolean {
  return (character >= 0x2018 && character <= 0x201f) || character === 0xab || character === 0xbb;
}

function isSurrogate(character: number): boolean {
  return character >= 0xd800 && character <= 0xdfff;
}
