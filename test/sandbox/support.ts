import { readFileSync } from 'node:fs';
import { afterEach } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.ts';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';

export const PARENT_ID = '5b0fd130-52c8-473c-96b1-8f10ea7d4c13';
export const PARENT_ACTION_ID = '07eed865-d8e2-4cba-9c2a-27eeeef0598a';
export const CUSTOMER_ID = 'bc023fd7-4290-f28f-8181-95a46f519f52';

/** A running sandbox and a way to speak to it over real HTTP. */
export interface Speaking extends Sandbox {
  /** Sends a request as the signed-in user; a body that is no text goes as JSON. Header values of null are left out. */
  send(method: string, path: string, body?: Json, headers?: Record<string, string | null>): Promise<Answer>;
  create(body: Json): Promise<JsonObject>;
  update(id: Json | undefined, body: Json): Promise<Answer>;
  read(id: Json | undefined): Promise<Answer>;
  list(query?: string): Promise<JsonObject[]>;
  plan(...faults: JsonObject[]): Promise<void>;
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The body when it is a JSON object; an empty object otherwise. */
  job: JsonObject;
  json: Json;
}

const running: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
});

/** Starts a sandbox on a free port; it is closed after the test. */
export async function sandboxFor(options: SandboxOptions = {}): Promise<Speaking> {
  const sandbox = await startSandbox(options);
  running.push(sandbox);
  const send: Speaking['send'] = async (method, path, body, headers = {}) => {
    const all = { authorization: 'Bearer sandbox', 'content-type': 'application/json', ...headers };
    const response = await fetch(sandbox.url + path, {
      method,
      redirect: 'manual',
      headers: Object.entries(all).flatMap(([name, value]): [string, string][] =>
        value === null ? [] : [[name, value]],
      ),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return answer(response.status, response.headers, await response.text());
  };
  return {
    ...sandbox,
    send,
    create: async (body) => (await send('POST', '/pm/v1/deploymentjob', body)).job,
    update: (id, body) => send('PATCH', `/pm/v1/deploymentjob/update/${id}`, body),
    read: (id) => send('GET', `/pm/v1/deploymentjob/${id}`),
    list: async (query = '') => objects((await send('GET', `/pm/v1/deploymentjobs/summary${query}`)).json),
    plan: async (...faults) => {
      const planned = await send('POST', '/_sandbox/faults', faults);
      if (planned.status !== 200) throw new Error(`The sandbox did not take the faults: ${planned.text}`);
    },
  };
}

/** A body or an answer of the release notes, by its file's name without the ending. */
export function sample(name: string): JsonObject {
  return objectIn(new URL(`../samples/${name}.json`, import.meta.url));
}

export function fixture(name: string): JsonObject {
  return objectIn(new URL(`fixtures/${name}.json`, import.meta.url));
}

export function objects(json: Json | undefined): JsonObject[] {
  return Array.isArray(json) ? json.filter(isObject) : [];
}

/** The only action of a list of actions. */
export function onlyAction(job: JsonObject, list: 'preDeployActions' | 'postDeployActions'): JsonObject {
  const [action, ...others] = objects(job[list]);
  if (action === undefined || others.length > 0) throw new Error(`${list} does not hold one action`);
  return action;
}

function objectIn(file: URL): JsonObject {
  const value: Json = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(value)) throw new Error(`${file.pathname} holds no object`);
  return value;
}

function answer(status: number, headers: Headers, text: string): Answer {
  let json: Json = null;
  try {
    json = JSON.parse(text);
  } catch {
    json = null;
  }
  return { status, headers, text, json, job: isObject(json) ? json : {} };
}
