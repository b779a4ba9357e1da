import { RequestType } from 'vscode-languageserver';
import type { JudgedFinding } from '../../schemas/finding.ts';
import type { Json } from '../../schemas/json.ts';

/** What a push asks before it sends: the rules on a file as the person sees it, and on the body that was composed of it. */
export const judgeFileRequest = new RequestType<{ path: string; text: string }, JudgedFinding[], void>(
  'pmjob/judgeFile',
);
export const judgeBodyRequest = new RequestType<{ body: Json }, JudgedFinding[], void>('pmjob/judgeBody');
