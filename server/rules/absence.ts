/** Null, an empty text and an empty list count as absent for every rule about what a value does. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
