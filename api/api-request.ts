import type { Connection } from './platform.ts';
import type { ApiRequest } from './transport/transport.ts';

/** What is asked of the API: a path below the base URL, a body that is JSON, and headers besides those of every request. */
export type Asked = Pick<ApiRequest, 'method' | 'body'> & Partial<Pick<ApiRequest, 'headers'>> & { path: string };

/** The request as it goes out. */
export function requestTo(
  { baseUrl }: Pick<Connection, 'baseUrl'>,
  { method, path, body, headers }: Asked,
  token: string,
) {
  return {
    method,
    url: `${baseUrl.replace(/\/+$/, '')}${path}`,
    headers: {
      ...headers,
      accept: 'application/json',
      // The notes' update shows the bare token; every other official page has "Bearer" for both (pm-api.md).
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  } satisfies ApiRequest;
}
