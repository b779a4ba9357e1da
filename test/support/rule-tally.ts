import { rules, textRules } from '../../server/rules/all.ts';
import type { Found } from '../../server/rules/run.ts';
import { isFuzzing } from './property-runs.ts';

const codes = [...textRules, ...rules].map(({ code }) => code).sort();

/** In how many generated cases each rule spoke, and how many of its fixes were tried. */
export function ruleTally() {
  const spoken = new Map<string, number>();
  const fixed = new Map<string, number>();
  let cases = 0;

  return {
    judged(found: readonly Found[]): void {
      cases++;
      for (const code of new Set(found.map(({ code }) => code))) raise(spoken, code);
    },
    fixed: (code: string): void => raise(fixed, code),
    /**
     * The rules that spoke too seldom for what they say to count as tried: in fewer than 100 of 10,000 cases, and where
     * there are fewer cases, in fewer than a third of that share, which chance does not reach.
     */
    rare(): string[] {
      const least = cases >= 10_000 ? Math.floor(cases / 100) : Math.max(1, Math.floor(cases / 300));
      return codes.filter((code) => (spoken.get(code) ?? 0) < least).map((code) => `${code}: ${spoken.get(code) ?? 0}`);
    },
    /** Printed where somebody waits for it: one line for each rule. */
    print(): void {
      if (!isFuzzing) return;
      const rows = codes.map((code) => row(code, String(spoken.get(code) ?? 0), String(fixed.get(code) ?? 0)));
      console.log([row(`${cases} cases`, 'spoke', 'fixes'), ...rows].join('\n'));
    },
  };
}

function raise(counts: Map<string, number>, code: string): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
}

function row(what: string, spoken: string, fixed: string): string {
  return `${what.padEnd(26)}${spoken.padStart(7)}${fixed.padStart(7)}`;
}
