import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { start } from '../cli/support/pmjob.ts';
import { listening } from '../support/loopback-server.ts';

/** What must come back in no output: each is found by looking for it. */
export const TOKEN = 'canary-token-7f3a9';
export const PASSWORD = 'canary-password-51c2e';

/** A request as the sandbox has noted it. */
export interface Noted {
  method: string;
  path: string;
}

/** The real sandbox as a process of its own, and another server beside it that must never be visited. */
export interface Platform {
  url: string;
  /** The address of the other server, and what reached it. */
  elsewhere: string;
  visits(): string[];
  plan(...faults: JsonObject[]): Promise<void>;
  /** The faults that have struck nothing yet. */
  waiting(): Promise<JsonObject[]>;
  /** The same, which are forgotten. */
  clear(): Promise<JsonObject[]>;
  /** What it was asked since it was asked for the last time. */
  requests(): Promise<Noted[]>;
  /** The jobs whose names begin so, in the order of their names, as the sandbox's own file has them. */
  stored(name: string): Promise<JsonObject[]>;
  create(body: JsonObject): Promise<void>;
  remove(name: string): Promise<void>;
  close(): Promise<void>;
}

export async function startPlatform(): Promise<Platform> {
  const folder = await mkdtemp(join(tmpdir(), 'pmjob-platform-'));
  const stateFile = join(folder, 'jobs.json');
  const child = start(['sandbox', '--port', '0', '--state', stateFile, '--exit-with-stdin'], { folder });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const url = String(line).replace('listening on ', '');
  const seen: string[] = [];
  const other = await listening((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`);
    response.end('[]');
  });

  const ask = async (method: string, path: string, body?: Json): Promise<Json> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    const told: Json = JSON.parse(await answer.text());
    return told;
  };
  await ask('POST', '/_sandbox/sign-in', { token: TOKEN, password: PASSWORD });
  const waiting = async () => objectsOf(await ask('GET', '/_sandbox/faults'));
  const stored = async (name: string): Promise<JsonObject[]> => {
    const { jobs } = JSON.parse(await readFile(stateFile, 'utf8'));
    return objectsOf(jobs)
      .filter((job) => String(job.name).startsWith(name))
      .sort((one, other) => (String(one.name) < String(other.name) ? -1 : 1));
  };
  return {
    url,
    elsewhere: other.url,
    visits: () => seen,
    plan: async (...faults) => void (await ask('POST', '/_sandbox/faults', faults)),
    waiting,
    async clear() {
      const left = await waiting();
      await ask('DELETE', '/_sandbox/faults');
      return left;
    },
    async requests() {
      const noted = objectsOf(await ask('GET', '/_sandbox/requests'));
      await ask('DELETE', '/_sandbox/requests');
      return noted.map(({ method, path }) => ({ method: String(method), path: String(path) }));
    },
    stored,
    create: async (body) => void (await ask('POST', '/pm/v1/deploymentjob', body)),
    async remove(name) {
      const ids = (await stored(name)).map(({ id }) => id ?? null);
      if (ids.length > 0) await ask('DELETE', '/pm/v1/deploymentjobs', { ids });
      await ask('DELETE', '/_sandbox/requests');
    },
    async close() {
      child.stdin.end();
      await other.close();
      if (child.exitCode === null) await once(child, 'close');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function objectsOf(value: Json): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
