import { Hono } from 'hono';
import type { JsonObject } from '../../schemas/json.ts';
import { failed, notUnderstood, readJson, type SandboxEnvironment } from '../http.ts';
import { answeredJob } from '../job/answer.ts';
import type { StoredJob } from '../job/fields.ts';
import { isReadable } from '../judge.ts';
import { SANDBOX_USER } from '../seed.ts';
import type { SandboxState } from '../state.ts';

const NO_SUCH_JOB = 'There is no job of this id.';

/**
 * One job: create, read, update. An update whose body names another id than the address is refused, and so is one whose
 * `script` is the address that GET gives instead of base64: it is not what PATCH takes. An update that leaves a script out
 * loses it.
 */
export function jobRoutes(state: SandboxState): Hono<SandboxEnvironment> {
  return new Hono<SandboxEnvironment>()
    .post('/deploymentjob', async (c) => {
      const body = await readJson(c);
      if (body === undefined || !isReadable(body)) return notUnderstood(c);
      return c.json(answeredJob(state.create(body, SANDBOX_USER), state), 201);
    })
    .get('/deploymentjob/:id', (c) => {
      const job = state.find(c.req.param('id'));
      return job ? c.json(answeredJob(job, state)) : failed(c, 404, NO_SUCH_JOB);
    })
    .patch('/deploymentjob/update/:id', async (c) => {
      const body = await readJson(c);
      const before = state.find(c.req.param('id'));
      if (before === undefined) return failed(c, 404, NO_SUCH_JOB);
      if (body === undefined || !isReadable(body, before.status) || isAnothers(body, before)) return notUnderstood(c);
      return c.json(answeredJob(state.update(before, body, SANDBOX_USER), state));
    });
}

function isAnothers(body: JsonObject, job: StoredJob): boolean {
  return typeof body.id === 'string' && body.id !== '' && body.id.toLowerCase() !== job.id.toLowerCase();
}
