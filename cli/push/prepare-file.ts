import { ownerLife, thisProcess } from '../../api/disk/owner.ts';
import type { Place } from '../../api/link/move-links.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { type Prepared, preparePush } from '../../api/push/prepare.ts';
import type { PushDependencies, PushRequest } from '../../api/push/request.ts';
import { settingsOfPush } from '../../server/settings/rule-settings.ts';
import type { Environment } from '../environment.ts';
import { judgeNamedFile } from '../judge-file.ts';
import { type NamedJobFile, placeOf, textOf } from './job-file.ts';
import { judgeBy } from './judge.ts';
import type { PushOptions } from './options.ts';
import type { OpenPlatform } from './platform.ts';
import { progressTo } from './progress.ts';

/** What a push of a file needs; `unreadable` is its outcome when its bytes are no text. */
export interface ReadyFile {
  request: PushRequest;
  dependencies: PushDependencies;
  unreadable?: Outcome;
}

/** `lookOnly` is as in `PushRequest`; `isQuiet` tells no steps. */
export interface ReadyOptions extends PushOptions {
  lookOnly?: boolean;
  isQuiet?: boolean;
}

export async function readyFile(
  file: NamedJobFile,
  options: ReadyOptions,
  platform: OpenPlatform,
  environment: Environment,
): Promise<ReadyFile> {
  const named = await placeOf(file.named, environment);
  const place = { ...named, state: file.state ?? named.state };
  const text = textOf(file.bytes);
  return {
    request: {
      file: { path: place.path, text: text ?? '' },
      wanted: 'deploy',
      createNew: options.new === true,
      ...(options.link === undefined ? {} : { link: options.link }),
      allowErrors: options.allowErrors === true,
      onConflict: options.onConflict === 'overwrite' ? 'overwrite' : 'stop',
      sendScripts: options.sendScripts === true,
      lookOnly: options.lookOnly === true,
    },
    dependencies: dependenciesOf(file, place, platform, environment, options.isQuiet === true),
    ...(text === undefined ? { unreadable: notUtf8(place.path, file) } : {}),
  };
}

/** What came of a file, with what a push of it needs. */
export type PreparedFile = Prepared & { dependencies: PushDependencies };

/** Looks, composes and plans one file. Sends nothing that changes a job. */
export async function prepareFile(
  file: NamedJobFile,
  options: ReadyOptions,
  platform: OpenPlatform,
  environment: Environment,
  signal: AbortSignal,
): Promise<PreparedFile> {
  const { request, dependencies, unreadable } = await readyFile(file, options, platform, environment);
  if (unreadable !== undefined) return { kind: 'stopped', outcome: unreadable, dependencies };
  const prepared = await preparePush(request, dependencies, signal);
  const customerId = (prepared.kind === 'plan' ? prepared.plan : prepared.outcome).target?.customerId;
  if (customerId !== undefined) await platform.remember(customerId);
  return { ...prepared, dependencies };
}

function dependenciesOf(
  { settings, judge }: NamedJobFile,
  place: Place,
  { session, connection }: OpenPlatform,
  environment: Environment,
  isQuiet: boolean,
): PushDependencies {
  return {
    session,
    state: place.state,
    judge: judgeBy(judge, settings),
    clock: environment.clock,
    owner: thisProcess(),
    ownerLife,
    progress: progressTo(environment, new URL(connection.baseUrl).host, isQuiet),
  };
}

function notUtf8(path: string, { bytes, settings }: NamedJobFile): Outcome {
  const { diagnostics } = judgeNamedFile(path, bytes, settingsOfPush(settings), {});
  return { kind: 'invalid', path, findings: diagnostics, sendable: false, changes: [], notes: [] };
}
