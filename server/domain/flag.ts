/**
 * What a flag says. A text that spells one is read too: its type is wrong, and repairing that must uncover nothing new.
 */
export function flag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : undefined;
  return text === 'true' ? true : text === 'false' ? false : undefined;
}
