import { onTestFinished } from 'vitest';
import { startSandbox } from '../../../sandbox/sandbox.ts';

export interface RunningSandbox {
  url: string;
  /** Methods and paths of what it was asked, in order. */
  requests(): Promise<string[]>;
  /** Requests that could have changed a job. */
  writes(): Promise<string[]>;
  fault(fault: object): Promise<void>;
  jobsNamed(name: string): Promise<Record<string, unknown>[]>;
  job(id: string): Promise<Record<string, unknown>>;
}

const HEADERS = { accept: 'application/json', authorization: 'Bearer sandbox' };

/** The real sandbox, over real HTTP; its own command is run in `sandbox.test.ts`. It ends after the test. */
export async function runningSandbox(): Promise<RunningSandbox> {
  const sandbox = await startSandbox({});
  const { url } = sandbox;
  onTestFinished(() => sandbox.close());
  const ask = async <Answer>(path: string) =>
    (await fetch(`${url}${path}`, { headers: HEADERS })).json() as Promise<Answer>;
  const requests = async () => {
    const log = await ask<{ method: string; path: string }[]>('/_sandbox/requests');
    return log.map(({ method, path }) => `${method} ${path}`);
  };
  return {
    url,
    requests,
    writes: async () =>
      (await requests()).filter((request) => !request.startsWith('GET ') && !request.endsWith('/auth')),
    fault: async (fault) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}/_sandbox/faults`, { method: 'POST', headers, body: JSON.stringify([fault]) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    jobsNamed: async (name) => {
      const jobs = await ask<Record<string, unknown>[]>('/pm/v1/deploymentjobs/summary?pageSize=100');
      return jobs.filter((job) => job.name === name);
    },
    job: (id) => ask(`/pm/v1/deploymentjob/${id}`),
  };
}
