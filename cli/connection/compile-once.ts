import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 compile WebAssembly once, and not again to run faster. What undici reads answers with is WebAssembly; a process
 * ends when the second compilation has, and that was a quarter of the time of a push, for a few answers. Call it before
 * undici is loaded.
 */
export function compileWebAssemblyOnce(): void {
  if (HAS_BASELINE_COMPILER.has(process.arch)) setFlagsFromString('--liftoff-only');
}

const HAS_BASELINE_COMPILER: ReadonlySet<string> = new Set(['x64', 'arm64']);
