import type { JobSummary } from '../operations/list-jobs.ts';

/** What has an id in a job, beside jobs themselves. */
type NamedKind = 'asset' | 'tag' | 'patch' | 'user';

/** A readable name for an id. */
export interface Named {
  id: string;
  kind: NamedKind;
  name: string;
  platform?: string;
  /** A few words more: an operating system, a KB number. */
  detail?: string;
}

/** Jobs of a platform, and what else their list names. */
export interface PlatformNames {
  jobs: readonly JobSummary[];
  named: readonly Named[];
}
