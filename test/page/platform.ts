import { afterAll, beforeAll } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import type { JsonObject } from '../../schemas/json.ts';

/** A sandbox for the tests of a file, and what it holds, asked over HTTP by the test itself. */
export interface Platform {
  url: string;
  job(id: string): Promise<JsonObject>;
  /** Method and path of every request that would change something, since the log was last emptied. */
  writes(): Promise<string[]>;
  /** Method and path of every request. */
  requests(): Promise<string[]>;
  forgetRequests(): Promise<void>;
  /** Changes fields of a job as somebody else would, in the web interface. */
  changeBehind(id: string, change: JsonObject): Promise<void>;
  /** Makes something go wrong (`Fault` in sandbox/faults.ts). */
  goWrong(fault: object): Promise<void>;
}

/** A POST that only reads, in the background. */
const NAMES = 'POST /pm/v2/patches';

export function usePlatform(): () => Platform {
  let sandbox: Sandbox | undefined;
  beforeAll(async () => {
    sandbox = await startSandbox({});
  });
  afterAll(() => sandbox?.close());
  return () => {
    if (sandbox === undefined) throw new Error('The sandbox is there in the tests alone, not before them.');
    return platformAt(sandbox.url);
  };
}

function platformAt(url: string): Platform {
  const get = async (path: string) =>
    (await fetch(url + path, { headers: { authorization: 'Bearer sandbox' } })).json();
  const requests = async () => {
    const all = (await get('/_sandbox/requests')) as { method: string; path: string }[];
    return all.map(({ method, path }) => `${method} ${path}`);
  };
  const goWrong = async (fault: object) => {
    const headers = { 'content-type': 'application/json' };
    await fetch(`${url}/_sandbox/faults`, { method: 'POST', headers, body: JSON.stringify([fault]) });
  };
  return {
    url,
    job: async (id) => (await get(`/pm/v1/deploymentjob/${id}`)) as JsonObject,
    requests,
    async writes() {
      return (await requests()).filter((request) => !request.startsWith('GET ') && request !== NAMES);
    },
    async forgetRequests() {
      await fetch(`${url}/_sandbox/requests`, { method: 'DELETE' });
    },
    async changeBehind(id, change) {
      const path = `/pm/v1/deploymentjob/${id}`;
      await goWrong({ fault: 'changed-by-somebody-else', change, match: { method: 'GET', path } });
      await get(path);
    },
    goWrong,
  };
}
