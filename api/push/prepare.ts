import type { JudgedFinding } from '../../schemas/finding.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { type Pointer, ROOT } from '../../schemas/pointer.ts';
import { nearestNumbers, writeJson } from '../job/exact-number.ts';
import { jobOfText } from '../job/job-of-text.ts';
import { jsonAt } from '../job/json-at.ts';
import { isEqual } from '../plan/diff.ts';
import { oneLine } from '../plan/one-line.ts';
import type { Note, Plan } from '../plan/plan.ts';
import type { Target } from '../platform.ts';
import { causeOf, nothingSent, type Progress } from './ending.ts';
import { findJob } from './find-job.ts';
import type { Outcome } from './outcome.ts';
import { type CreateDraft, draftCreate } from './plan-create.ts';
import { draftUpdate, type UpdateDraft } from './plan-update.ts';
import type { PushDependencies, PushRequest } from './request.ts';

/** A plan to be confirmed, or the outcome of a push that ended before there was one (`unchanged` among them). */
export type Prepared = { kind: 'plan'; plan: Plan } | { kind: 'stopped'; outcome: Outcome };

/**
 * Validates, looks, composes and plans; sends nothing but GETs. An earlier push whose answer was lost is settled first.
 * `unchanged` records base and link, unless it is only a look. Never rejects for what the platform, the disk or the person did.
 */
export async function preparePush(
  request: PushRequest,
  dependencies: PushDependencies,
  signal: AbortSignal,
): Promise<Prepared> {
  const progress: Progress = { path: request.file.path, changes: [], notes: [] };
  try {
    return await prepare(request, dependencies, progress, signal);
  } catch (error) {
    return { kind: 'stopped', outcome: nothingSent(error, progress, signal) };
  }
}

async function prepare(
  request: PushRequest,
  dependencies: PushDependencies,
  progress: Progress,
  signal: AbortSignal,
): Promise<Prepared> {
  const { judge } = dependencies;
  dependencies.progress('validating');
  const findings = await judge.file(request.file);
  const file = jobOfText(request.file.text);
  if (file === undefined)
    return stopped({ ...progress, kind: 'invalid', findings: orNoObject(findings), sendable: false });
  if (stops(findings, request)) return stopped({ ...progress, kind: 'invalid', findings, sendable: true });

  progress.notes.push(...sentKnowingly(findings));

  const found = await findJob(request, file, dependencies, progress, signal);
  if (found.kind === 'stopped') return found;
  const { where } = found;
  if (found.kind === 'create') {
    const draft = await draftCreate(request, file, found.unless, where, dependencies, signal);
    return concludeDraft(request, draft, where.target, dependencies, progress);
  }
  const draft = await draftUpdate(request, file, found.job, where, dependencies, signal);
  progress.id = draft.server.id;
  return concludeDraft(request, draft, where.target, dependencies, progress);
}

async function concludeDraft(
  request: PushRequest,
  draft: CreateDraft | UpdateDraft,
  target: Target,
  { judge }: PushDependencies,
  progress: Progress,
): Promise<Prepared> {
  progress.changes = draft.changes;
  progress.notes.push(...draft.notes);
  if (draft.conflicts.length > 0) return stopped({ ...progress, kind: 'conflict', conflicts: draft.conflicts });
  const server = 'server' in draft ? draft.server : undefined;
  if (server !== undefined && 'recordUnchanged' in draft && draft.changes.length === 0) {
    if (request.lookOnly !== true) await recorded(draft.recordUnchanged, progress.notes);
    return stopped({ ...progress, kind: 'unchanged', id: server.id });
  }
  const findings = (await judge.body(nearestNumbers(draft.body))).filter(
    (finding) => !isServers(finding.pointer, draft.body, server),
  );
  if (stops(findings, request)) return stopped({ ...progress, kind: 'invalid', findings, sendable: true });
  const { body } = draft;
  // By its name alone a create is found again whose answer was lost.
  if (server === undefined && (typeof body.name !== 'string' || body.name.trim() === ''))
    return stopped({ ...progress, kind: 'invalid', findings: [...findings, nameless()], sendable: false });
  return {
    kind: 'plan',
    plan: {
      file: request.file,
      target,
      action: server === undefined ? 'create' : 'update',
      ...(server === undefined ? {} : { id: server.id }),
      jobName: typeof body.name === 'string' ? body.name : '',
      changes: draft.changes,
      notes: progress.notes,
      startsAtOnce: body.scheduleType === 'On-demand' && (body.status ?? 'Disabled') !== 'Disabled',
      namedAssets: lengthOf(body.assetIds),
      namedTags: lengthOf(body.assetTagIds),
      body: writeJson(body),
      sides: draft.sides,
      seen: draft.seen,
    },
  };
}

/** The job is as the file says, whether that could be written down or not. */
async function recorded(record: () => Promise<void>, notes: Note[]): Promise<void> {
  try {
    await record();
  } catch (error) {
    notes.push({ code: 'not-recorded', message: `Base and link could not be stored in .pmjob (${causeOf(error)}).` });
  }
}

/** What the platform itself put there is not the file's mistake. */
function isServers(pointer: Pointer, body: JsonObject, server: JsonObject | undefined): boolean {
  if (server === undefined || pointer === ROOT) return false;
  const value = jsonAt(body, pointer);
  return value !== undefined && isEqual(value, jsonAt(server, pointer));
}

/** A confirmation says what the rules say of the file, so that nobody agrees to it unknowingly. */
function sentKnowingly(findings: readonly JudgedFinding[]): Note[] {
  return (['error', 'warning'] as const).flatMap((severity) => {
    const told = findings.filter((finding) => finding.severity === severity);
    const [first, ...others] = told;
    if (first === undefined) return [];
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    const start = severity === 'error' ? 'The file has an error' : 'Warning';
    return [
      { code: `has-${severity}s`, message: `${start}: ${oneLine(first.message)}${more}`, pointer: first.pointer },
    ];
  });
}

function stops(findings: readonly JudgedFinding[], { allowErrors }: PushRequest): boolean {
  return !allowErrors && findings.some(({ severity }) => severity === 'error');
}

function orNoObject(findings: JudgedFinding[]): JudgedFinding[] {
  if (findings.some(({ severity }) => severity === 'error')) return findings;
  return [
    { code: 'not-an-object', severity: 'error', pointer: ROOT, message: 'This is no job: a JSON object is wanted.' },
  ];
}

function nameless(): JudgedFinding {
  return {
    code: 'missing-field',
    severity: 'error',
    pointer: '/name',
    message: 'A job that is created needs a name: without one it could not be found again if the answer is lost.',
  };
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

function stopped(outcome: Outcome): Prepared {
  return { kind: 'stopped', outcome };
}
