import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { FaultPlan } from './faults.ts';
import { failed, type SandboxEnvironment } from './http.ts';
import { inflictFaults, type Victims } from './inflict.ts';
import type { RequestLog } from './request-log.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { controlRoutes } from './routes/control.ts';
import { jobRoutes } from './routes/job.ts';
import { jobsRoutes } from './routes/jobs.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { tokenIn } from './tokens.ts';

const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/i;
const MOST_BODY_BYTES = 16 * 1024 * 1024;

/**
 * The whole HTTP surface: the control door, then sign-in and the API behind the log, the body's limit and the faults. Requests to
 * another host than this machine are refused: a web page could have a name of its own resolve to it, and read what jobs hold.
 */
export function sandboxApp(plan: FaultPlan, log: RequestLog, victims: Victims): Hono<SandboxEnvironment> {
  const { state, tokens } = victims;
  const api = new Hono<SandboxEnvironment>()
    .use(async (c, next) => {
      if (!tokens.accepts(tokenIn(c.req.header('authorization')))) return failed(c, 401, 'The token is not valid.');
      await next();
    })
    .route('/v1', jobRoutes(state))
    .route('/v1', jobsRoutes(state))
    .route('/', catalogueRoutes(state.catalogue));
  return new Hono<SandboxEnvironment>()
    .use(async (c, next) => {
      if (!LOOPBACK_HOST.test(c.req.header('host') ?? ''))
        return failed(c, 403, 'The sandbox answers requests to 127.0.0.1 and to localhost alone.');
      await next();
    })
    .route('/_sandbox', controlRoutes(plan, log, tokens))
    .use(async (c, next) => {
      const entry = log.arrived(c.req.method, c.req.url);
      await next();
      entry.status = c.env.incoming.socket.destroyed ? null : c.res.status;
    })
    .use(bodyLimit({ maxSize: MOST_BODY_BYTES, onError: (c) => c.html('<h1>413 Request Entity Too Large</h1>', 413) }))
    .use(inflictFaults(plan, victims))
    .route('/', signInRoutes(tokens))
    .route('/pm', api)
    .notFound((c) => failed(c, 404, 'There is nothing at this address.'))
    .onError((_, c) => failed(c, 500, 'The sandbox could not answer.'));
}
