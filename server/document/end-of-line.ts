/** The offset of the line break that ends the line of `from`, or the text's end. */
export function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 10 || character === 13) return at;
  }
  return text.length;
}
