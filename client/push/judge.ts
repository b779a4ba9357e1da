import type { Judge } from '../../api/push/request.ts';
import type { JudgedFinding } from '../../schemas/finding.ts';
import type { LanguageServer } from '../language-client.ts';

/** The rules, asked of the language server: the ones that underline the file are the ones that stop a push. */
export function serverJudge(server: LanguageServer): Judge {
  return {
    file: ({ path, text }) => server.request<JudgedFinding[]>('pmjob/judgeFile', { path, text }),
    body: (body) => server.request<JudgedFinding[]>('pmjob/judgeBody', { body }),
  };
}
