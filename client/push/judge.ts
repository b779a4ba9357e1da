import type * as vscode from 'vscode';
import type { Judge } from '../../api/push/request.ts';
import type { JudgedFinding } from '../../schemas/finding.ts';
import type { LanguageServer } from '../language-client.ts';

/** The rules as a push of one file asks them. */
export type JudgeOf = (file: vscode.Uri) => Judge;

/** The rules, asked of the language server: the ones that underline the file are the ones that stop a push. */
export function serverJudge(server: LanguageServer): JudgeOf {
  return (file) => {
    const uri = file.toString();
    return {
      file: ({ path, text }) => server.request<JudgedFinding[]>('pmjob/judgeFile', { path, text, uri }),
      body: (body) => server.request<JudgedFinding[]>('pmjob/judgeBody', { body, uri }),
    };
  };
}
