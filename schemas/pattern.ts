import { isUuid } from './uuid.ts';

/** What the compiled validator makes of a `pattern`: what is asked of long lists gets a quicker test of its own. */
export function compilePattern(pattern: string, flags: string): { test(text: string): boolean } {
  return pattern === UUID_PATTERN ? { test: isUuid } : new RegExp(pattern, flags);
}

export const UUID_PATTERN = '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$';
