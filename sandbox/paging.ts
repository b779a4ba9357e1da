/** A page of a list: pages are counted from 0. */
export interface Page {
  number: number;
  size: number;
}

/** The page that `pageNumber` and `pageSize` ask for; null when they are not whole numbers or ask for too much. */
export function pageAsked(query: Readonly<Record<string, string>>, usual: number, most: number): Page | null {
  const number = whole(query.pageNumber, 0);
  const size = whole(query.pageSize, usual);
  return number === null || size === null || size < 1 || size > most ? null : { number, size };
}

export function onPage<T>(entries: readonly T[], { number, size }: Page): T[] {
  return entries.slice(number * size, (number + 1) * size);
}

function whole(text: string | undefined, absent: number): number | null {
  if (text === undefined || text === '') return absent;
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
