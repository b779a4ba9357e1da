import { Hono } from 'hono';
import type { Json } from '../../schemas/json.ts';
import { readFilter } from '../filter.ts';
import { notUnderstood, readJson, type SandboxContext, type SandboxEnvironment } from '../http.ts';
import type { StoredJob } from '../job/fields.ts';
import { summaryOf } from '../job/summary.ts';
import { readIds } from '../judge.ts';
import { onPage, pageAsked } from '../paging.ts';
import { SANDBOX_USER } from '../seed.ts';
import type { SandboxState } from '../state.ts';

const FILTER_FIELDS = ['id', 'name', 'platform', 'status', 'type', 'scheduleType'];
const SORT = /^(id|name|platform|status|type|scheduleType):(asc|desc)$/;

/**
 * Many jobs: list, enable and disable, delete. Lists answer summaries, the newest job first. They read `platform`,
 * `pageNumber`, `pageSize` (10, at most 100), `filter` and `sort` (`name:asc`), and let other parameters through.
 */
export function jobsRoutes(state: SandboxState): Hono<SandboxEnvironment> {
  return new Hono<SandboxEnvironment>()
    .get('/deploymentjobs/summary', (c) => list(c, state))
    .get('/deploymentjobs', (c) => list(c, state))
    .post('/deploymentjobs/update/status/:status{Enabled|Disabled}', async (c) => {
      const ids = readIds((await readJson(c)) ?? null);
      if (ids === null) return notUnderstood(c);
      return c.json(eachJob(ids, state, (job) => state.setStatus(job, c.req.param('status'), SANDBOX_USER)));
    })
    .delete('/deploymentjobs', async (c) => {
      const ids = readIds((await readJson(c)) ?? null);
      return ids === null ? notUnderstood(c) : c.json(eachJob(ids, state, (job) => state.delete(job)));
    });
}

function list(c: SandboxContext, state: SandboxState): Response {
  const { platform, filter, sort } = c.req.query();
  const page = pageAsked(c.req.query(), 10, 100);
  const matches = readFilter(filter, FILTER_FIELDS);
  if (page === null || matches === null || !['Windows', 'Linux', '', undefined].includes(platform))
    return notUnderstood(c);
  const jobs = state.all().filter((job) => (!platform || job.platform === platform) && matches(job));
  return c.json(onPage(sorted(jobs, sort), page).map((job) => summary(job, state)));
}

function sorted(jobs: readonly StoredJob[], sort: string | undefined): StoredJob[] {
  const [, field = '', direction] = SORT.exec(sort ?? '') ?? [];
  if (field === '') return jobs.toReversed();
  const ascending = jobs.toSorted((one, other) => String(one[field]).localeCompare(String(other[field])));
  return direction === 'asc' ? ascending : ascending.toReversed();
}

function summary(job: StoredJob, state: SandboxState): Json {
  const tagName = (id: Json) => state.catalogue.tags.find((tag) => tag.id === id)?.name ?? null;
  return summaryOf(job, state.countChildren(job.id), tagName);
}

/** One entry for each id, as the public Python SDK documents them; that an unknown id has failed is the sandbox's own. */
function eachJob(ids: readonly string[], state: SandboxState, change: (job: StoredJob) => void): Json {
  return ids.map((id) => {
    const job = state.find(id);
    if (job === undefined) return { id, name: null, status: 'failed' };
    change(job);
    return { id: job.id, name: job.name, status: 'success' };
  });
}
