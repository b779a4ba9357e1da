import type { FileEntry } from '../../api/earlier-version.ts';
import type { JobId } from '../../api/platform.ts';
import { UsageError } from '../usage-error.ts';

/** The start of an entry's key, by which a person names its version. */
export function shortKey({ key }: FileEntry): string {
  return key.slice(0, 8);
}

/** The entry whose version a person has named by its key or the start of it. Throws UsageError. */
export function entryNamed(text: string, entries: readonly FileEntry[], file: string): FileEntry & { id: JobId } {
  const found = entries.filter(({ hasVersion, key }) => hasVersion && text.length >= 4 && key.startsWith(text));
  const [only, ...others] = found;
  if (only?.id === undefined)
    throw new UsageError(`${file} has no version ${text}. "pmjob history ${file}" shows which there are.`);
  if (others.length > 0) throw new UsageError(`${text} begins several versions of ${file}: write more of it.`);
  return { ...only, id: only.id };
}
