import { RequestType } from 'vscode-languageserver';
import type { JudgedFinding } from '../../schemas/finding.ts';
import type { Json } from '../../schemas/json.ts';

/**
 * What a push asks before it sends: the rules on a file as the person sees it, and on the body that was composed of it. `uri` is
 * the file's address: the settings of its folder hold, but that they lower no error.
 */
export const judgeFileRequest = new RequestType<{ path: string; text: string; uri?: string }, JudgedFinding[], void>(
  'pmjob/judgeFile',
);
export const judgeBodyRequest = new RequestType<{ body: Json; uri?: string }, JudgedFinding[], void>('pmjob/judgeBody');
