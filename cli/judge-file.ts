import type { Facts } from '../server/facts.ts';
import { judgeBytes } from '../server/judge.ts';
import type { RuleSettings } from '../server/settings/rule-settings.ts';
import type { JudgedFile } from './report/report.ts';

/** A file's bytes under the rules; bytes that are no UTF-8 are one of its problems. */
export function judgeNamedFile(path: string, bytes: Uint8Array, settings: RuleSettings, facts: Facts): JudgedFile {
  return { path, text: new TextDecoder().decode(bytes), diagnostics: judgeBytes(bytes, { path, facts, settings }) };
}
