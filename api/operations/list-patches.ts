import type { Named } from '../names/names.ts';
import type { Session } from '../session.ts';
import { listNamed, textOf } from './list-named.ts';

/** Patches by title, some thousand at most. A POST that changes nothing. Rejects with ApiError. */
export async function listPatches(
  session: Pick<Session, 'connection' | 'send'>,
  signal: AbortSignal,
): Promise<Named[]> {
  const what = 'the list of patches';
  const request = { method: 'POST', path: '/pm/v2/patches', pageSize: 1000, body: '{}', what } as const;
  return listNamed(session, request, signal, (entry) => {
    const detail = textOf(entry.kb) ?? textOf(entry.vendor);
    return { kind: 'patch', name: textOf(entry.title), ...(detail !== undefined && { detail }) };
  });
}
