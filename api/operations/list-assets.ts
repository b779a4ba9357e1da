import type { Named } from '../names/names.ts';
import type { Session } from '../session.ts';
import { listNamed, textOf } from './list-named.ts';

/** Assets by name, a few thousand at most. Rejects with ApiError. */
export async function listAssets(session: Pick<Session, 'connection' | 'send'>, signal: AbortSignal): Promise<Named[]> {
  const what = 'the list of assets';
  // 400 a page is the most that the public Python SDK asks for.
  return listNamed(session, { method: 'GET', path: '/pm/v1/assets', pageSize: 400, what }, signal, (entry) => {
    const detail = textOf(entry.operatingSystem);
    return { kind: 'asset', name: textOf(entry.name), ...(detail !== undefined && { detail }) };
  });
}
