import { type Pointer, segments } from '../../schemas/pointer.ts';

/** Is a field among those that the settings allow, by its name or by its place? */
export function isAllowedField(at: Pointer, allowed: readonly string[]): boolean {
  if (allowed.length === 0) return false;
  const name = segments(at).at(-1);
  const place = placeOfField(at);
  return allowed.some((entry) => (entry.startsWith('/') ? entry === place || entry === at : entry === name));
}

/** A field's place as the settings name it: its pointer, with `*` for each index of a list. */
export function placeOfField(at: Pointer): string {
  return at.replace(/\/\d+(?=\/)/g, '/*');
}
