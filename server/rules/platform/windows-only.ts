import type { Rule } from '../rule.ts';
import { fieldsOfOtherPlatform, removeField } from './other-platform.ts';

const windowsOnly: Rule = {
  code: 'windows-only',
  severity: 'warning',
  title: 'A Linux job has a field that only Windows machines read',
  why: 'The file seems to ask for something that no machine of the job does.',
  source: 'release notes',
  check: (job) => fieldsOfOtherPlatform(job, 'Windows'),
  fix: removeField,
};
export default windowsOnly;
