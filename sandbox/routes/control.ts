import { Hono } from 'hono';
import { isObject } from '../../schemas/json.ts';
import { type FaultPlan, readFaults } from '../faults.ts';
import { readJson, type SandboxContext, type SandboxEnvironment } from '../http.ts';
import type { RequestLog } from '../request-log.ts';
import type { Tokens } from '../tokens.ts';

/**
 * The control door, for tests and trials alone; no client of the API uses it, it wants no token, and it is not in the log.
 * - `POST /_sandbox/faults` with a list of faults (see `Fault`): adds them; 200 with all that wait, 400 for one that
 *   cannot be read, and then none is added. `GET` lists them, `DELETE` forgets them and revives expired tokens.
 * - `GET /_sandbox/requests`: method, path, query and status of each request so far, no headers and no bodies; the status
 *   is null while it is being answered and when its connection was dropped. `DELETE` empties the log.
 * - `POST /_sandbox/sign-in` with `{"token": …, "password": …}`: these are accepted in the place of `sandbox`, so that a test
 *   can look for them in all that a client says.
 *
 * What is sent to it has to say that it is JSON: a browser asks first whether a page may send that, or a `DELETE`, to another
 * origin, and nothing here says yes. The app itself answers no page that has another name resolve to this machine.
 */
export function controlRoutes(plan: FaultPlan, log: RequestLog, tokens: Tokens): Hono<SandboxEnvironment> {
  return new Hono<SandboxEnvironment>()
    .use(async (c, next) => {
      if (c.req.method === 'POST' && !saysJson(c)) return c.json({ error: 'JSON is wanted, and said to be that' }, 400);
      await next();
    })
    .post('/faults', async (c) => {
      const faults = readFaults(await readJson(c));
      if (faults === null) return c.json({ error: 'a list of faults as JSON is wanted' }, 400);
      plan.add(faults);
      return c.json(plan.waiting());
    })
    .get('/faults', (c) => c.json(plan.waiting()))
    .delete('/faults', (c) => {
      plan.clear();
      tokens.reviveAll();
      return c.json(plan.waiting());
    })
    .post('/sign-in', async (c) => {
      const secrets = await readJson(c);
      if (!isObject(secrets) || typeof secrets.token !== 'string' || typeof secrets.password !== 'string')
        return c.json({ error: 'a token and a password are wanted' }, 400);
      tokens.acceptOnly({ token: secrets.token, password: secrets.password });
      return c.json({});
    })
    .get('/requests', (c) => c.json(log.entries()))
    .delete('/requests', (c) => {
      log.clear();
      return c.json(log.entries());
    });
}

function saysJson(c: SandboxContext): boolean {
  return /^application\/json *(;|$)/i.test(c.req.header('content-type') ?? '');
}
