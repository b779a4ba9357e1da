import { isObject, type JsonObject } from '../../schemas/json.ts';
import type { Named } from '../names/names.ts';
import type { Session } from '../session.ts';
import { jsonOf, notUnderstood } from './answer.ts';

interface ListRequest {
  method: 'GET' | 'POST';
  path: string;
  pageSize: number;
  body?: string;
  /** What is asked for, in words. */
  what: string;
}

/** Names are a help: nobody waits for all of a large subscription. */
const MOST_PAGES = 10;

/**
 * Reads a list that names things, for each operating system. The next page is asked for with the header `searchAfter` of
 * the last answer, as the public Python SDK does; an answer without it, or without anything new, is the last.
 */
export async function listNamed(
  session: Pick<Session, 'connection' | 'send'>,
  { method, path, pageSize, body, what }: ListRequest,
  signal: AbortSignal,
  read: (entry: JsonObject) => Omit<Named, 'id' | 'name'> & { name: string | undefined },
): Promise<Named[]> {
  const found = new Map<string, Named>();
  for (const platform of ['Windows', 'Linux']) {
    let searchAfter: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const before = found.size;
      const response = await session.send(
        {
          method,
          path: `${path}?pageSize=${pageSize}&platform=${platform}`,
          what,
          ...(body !== undefined && { body }),
          ...(searchAfter !== undefined && { headers: { searchAfter } }),
        },
        signal,
      );
      if (response.status === 204) break;
      const value = jsonOf(response, session);
      if (!Array.isArray(value)) throw notUnderstood(response, session);
      for (const entry of value.filter(isObject)) {
        const { name, ...rest } = read(entry);
        const id = textOf(entry.id);
        if (id !== undefined && name !== undefined) found.set(id.toLowerCase(), { id, name, platform, ...rest });
      }
      searchAfter = response.headers.searchafter;
      if (searchAfter === undefined || found.size === before) break;
    }
  }
  return [...found.values()];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
