import { systemClock } from '../api/disk/system-clock.ts';
import { judgeBytes } from '../server/judge.ts';
import type { RuleSettings } from '../server/settings/rule-settings.ts';
import type { JudgedFile } from './report/report.ts';

/** A file's bytes under the rules; bytes that are no UTF-8 are one of its problems. */
export function judgeNamedFile(path: string, bytes: Uint8Array, settings: RuleSettings): JudgedFile {
  const facts = { now: systemClock.now().getTime() };
  return { path, text: new TextDecoder().decode(bytes), diagnostics: judgeBytes(bytes, { path, facts, settings }) };
}
