import type { Target } from '../platform.ts';

/** A platform as a person is told of it: `production (gateway.example.com)`, or the host alone when it has no other name. */
export function nameTarget({ connection, host }: Target): string {
  return connection === host ? host : `${connection} (${host})`;
}
