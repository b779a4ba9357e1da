// Starts the sandbox as a person would, and reads from it with requests of its own.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export const TOKEN = 'sandbox';

/**
 * Starts `pmjob sandbox` on a free port.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startSandbox(cli, stateFile) {
  const child = spawn(process.execPath, [cli, 'sandbox', '--port', '0', ...(stateFile ? ['--state', stateFile] : [])], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
      if (address) resolve(address);
    });
    ended.then((code) => reject(new Error(`The sandbox ended with exit code ${code} before it was listening.`)));
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Reads one job; undefined when the server has none of that id. */
export async function readJob(url, id) {
  const answer = await fetch(`${url}/pm/v1/deploymentjob/${id}`, { headers: { authorization: `Bearer ${TOKEN}` } });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`Reading job ${id} back was answered with ${answer.status}.`);
  return answer.json();
}

/** Reads the ids of the jobs of that name. */
export async function idsOfName(url, name) {
  const answer = await fetch(`${url}/pm/v1/deploymentjobs/summary?pageSize=100`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  if (!answer.ok) throw new Error(`Reading the list of jobs back was answered with ${answer.status}.`);
  const jobs = await answer.json();
  return jobs.filter((job) => job.name === name).map((job) => job.id);
}

/** Changes fields of a job as another user does in the web interface, behind the back of the command line. */
export async function changeAsSomebodyElse(url, id, change) {
  const path = `/pm/v1/deploymentjob/${id}`;
  const answer = await fetch(`${url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ match: { method: 'GET', path }, fault: 'changed-by-somebody-else', change }]),
  });
  if (!answer.ok) throw new Error(`The change of somebody else was answered with ${answer.status}.`);
  await readJob(url, id);
}
