/**
 * A text for a notification, or below an input box, with every link in it taken apart. The editor makes `[words](command:…)` a link that runs the command,
 * and names and messages come from files and platforms that anybody may have written.
 */
export function plainText(text: string): string {
  return text.replaceAll('](', '] (');
}
