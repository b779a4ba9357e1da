import * as vscode from 'vscode';
import type { Choice, Dialogs, Prompt, Question } from './dialogs.ts';
import { plainText } from './plain-text.ts';

/** The editor's own dialogs. */
export function windowDialogs(): Dialogs {
  return { ask, choose, type, chooseFile, chooseFolder };
}

async function ask<Answer extends string>(question: Question<Answer>): Promise<Answer | undefined> {
  const items = question.buttons.map((button) => ({ title: button.label, answer: button.answer }));
  const options: vscode.MessageOptions = { modal: question.modal };
  if (question.detail !== undefined) options.detail = question.detail;
  const message = question.modal ? question.message : plainText(question.message);
  const chosen = await show[question.severity](message, options, ...items);
  return chosen?.answer;
}

const show = {
  information: vscode.window.showInformationMessage,
  warning: vscode.window.showWarningMessage,
  error: vscode.window.showErrorMessage,
} as const;

async function choose<Value>(title: string, choices: Choice<Value>[]): Promise<Value | undefined> {
  const chosen = await vscode.window.showQuickPick(choices, {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.value;
}

async function type(prompt: Prompt): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: prompt.title,
    prompt: plainText(prompt.prompt),
    ignoreFocusOut: true,
    password: prompt.secret === true,
    ...(prompt.value === undefined ? {} : { value: prompt.value }),
    ...(prompt.placeholder === undefined ? {} : { placeHolder: prompt.placeholder }),
    validateInput: (text) => plainText(prompt.problem?.(text) ?? ''),
  });
}

async function chooseFile(title: string, suggestedPath: string): Promise<string | undefined> {
  const chosen = await vscode.window.showSaveDialog({
    title,
    defaultUri: vscode.Uri.file(suggestedPath),
    // The editor compares the last ending alone, and adds a longer one to a name that has it.
    filters: { [vscode.l10n.t('Deployment jobs')]: ['json'] },
  });
  return chosen?.fsPath;
}

async function chooseFolder(title: string, suggestedPath: string): Promise<string | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title,
      defaultUri: vscode.Uri.file(suggestedPath),
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
    })) ?? [];
  return chosen?.fsPath;
}
