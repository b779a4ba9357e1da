import type { Rule } from '../rule.ts';
import { fieldsOfOtherPlatform, removeField } from './other-platform.ts';

const linuxOnly: Rule = {
  code: 'linux-only',
  severity: 'warning',
  title: 'A Windows job has a field that only Linux machines read',
  why: 'The file seems to ask for something that no machine of the job does.',
  source: 'official documentation',
  check: (job) => fieldsOfOtherPlatform(job, 'Linux'),
  fix: removeField,
};
export default linuxOnly;
