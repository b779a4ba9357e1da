/**
 * The part in which two texts differ: where it begins and ends in the one that is there, and what comes in its place. It cuts no
 * character of two halves and no line break: an editor would move such an end, and write something else.
 */
export function differingPart(present: string, wanted: string): { start: number; end: number; text: string } {
  const shared = Math.min(present.length, wanted.length);
  let start = 0;
  while (start < shared && present[start] === wanted[start]) start++;
  if (isCutAt(present, start) || isCutAt(wanted, start)) start--;
  let tail = 0;
  while (tail < shared - start && present[present.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  if (tail > 0 && (isCutAt(present, present.length - tail) || isCutAt(wanted, wanted.length - tail))) tail--;
  return { start, end: present.length - tail, text: wanted.slice(start, wanted.length - tail) };
}

/** Does a place part what belongs together? */
function isCutAt(text: string, at: number): boolean {
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(at - 1, at + 1));
}
