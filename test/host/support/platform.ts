import * as vscode from 'vscode';
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts';
import type { JsonObject } from '../../../schemas/json.ts';

/** A sandbox that the extension's sandbox connection leads to, and what it holds, read over HTTP. */
export class Platform {
  readonly url: string;
  readonly #sandbox: Sandbox;

  private constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
    this.url = sandbox.url;
  }

  static async start(): Promise<Platform> {
    const platform = new Platform(await startSandbox({}));
    // Tests count requests; names are read in the background.
    await setNames(false);
    await setSandboxUrl(platform.url);
    return platform;
  }

  async job(id: string): Promise<JsonObject> {
    return this.#get(`/pm/v1/deploymentjob/${id}`);
  }

  /** Changes fields of a job as somebody else would, in the web interface. */
  async changeBehind(id: string, change: JsonObject): Promise<void> {
    const path = `/pm/v1/deploymentjob/${id}`;
    await this.goWrong({ fault: 'changed-by-somebody-else', change, match: { method: 'GET', path } });
    await this.job(id);
  }

  /** How many requests that change nothing came since the log was last emptied. */
  async reads(): Promise<number> {
    const requests: { method: string; path: string }[] = await this.#get('/_sandbox/requests');
    return requests.filter(({ method, path }) => method === 'GET' && path.startsWith('/pm/')).length;
  }

  /** The names of all jobs. */
  async jobNames(): Promise<string[]> {
    const jobs: { name: string }[] = await this.#get('/pm/v1/deploymentjobs/summary?pageSize=100');
    return jobs.map(({ name }) => name);
  }

  /** Does something there as somebody else would. */
  async send(method: string, path: string, body: object): Promise<void> {
    const headers = { authorization: 'Bearer sandbox', 'content-type': 'application/json' };
    await fetch(this.url + path, { method, headers, body: JSON.stringify(body) });
  }

  /** Method and path of every write since the log was last emptied. */
  async writes(): Promise<string[]> {
    return (await this.requests()).filter((request) => !request.startsWith('GET '));
  }

  /** Those of them that could have changed a job. */
  async jobWrites(): Promise<string[]> {
    return (await this.writes()).filter((request) => request !== SIGN_IN);
  }

  async signIns(): Promise<number> {
    return (await this.writes()).filter((request) => request === SIGN_IN).length;
  }

  async requests(): Promise<string[]> {
    const requests: { method: string; path: string }[] = await this.#get('/_sandbox/requests');
    return requests.map(({ method, path }) => `${method} ${path}`);
  }

  async forgetRequests(): Promise<void> {
    await fetch(`${this.url}/_sandbox/requests`, { method: 'DELETE' });
  }

  async goWrong(fault: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    await fetch(`${this.url}/_sandbox/faults`, { method: 'POST', headers, body: JSON.stringify([fault]) });
  }

  /** Lets the connection lead to a port where nobody listens; returns its host. */
  async leaveBehind(): Promise<string> {
    const nobody = await startSandbox({});
    await nobody.close();
    await setSandboxUrl(nobody.url);
    return new URL(nobody.url).host;
  }

  async return(): Promise<void> {
    await setSandboxUrl(this.url);
  }

  async stop(): Promise<void> {
    await setSandboxUrl(undefined);
    await setNames(undefined);
    await this.#sandbox.close();
  }

  async #get<Answer>(path: string): Promise<Answer> {
    const response = await fetch(this.url + path, { headers: { authorization: 'Bearer sandbox' } });
    const answer: Answer = JSON.parse(await response.text());
    return answer;
  }
}

const SIGN_IN = 'POST /auth';

/** Whether names are read from the platform. */
export async function setNames(enabled: boolean | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('pmjob').update('names.enabled', enabled, vscode.ConfigurationTarget.Global);
}

async function setSandboxUrl(url: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('pmjob').update('sandbox.url', url, vscode.ConfigurationTarget.Global);
}
