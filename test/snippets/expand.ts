/**
 * A snippet's text as it stands when nobody types anything: each tab stop with its default or its first choice.
 * Throws on what it does not know (variables, transforms, a placeholder in a placeholder), so that no snippet with
 * such a part passes by accident.
 */
export function expand(snippet: string): string {
  const expanded = snippet.replace(
    /\\([\\$}])|\$\{\d+:((?:[^\\$}]|\\[\\$}])*)\}|\$\{\d+\|((?:[^\\|,}]|\\.)+)(?:,[^|]*)?\|\}|\$\{?\d+\}?/g,
    (_, escaped?: string, byDefault?: string, choice?: string) => escaped ?? byDefault ?? choice ?? '',
  );
  if (expanded.includes('${')) throw new Error(`Not understood: ${expanded.slice(expanded.indexOf('${'), 40)}`);
  return expanded;
}
