/** A question that is answered with a button, or with nothing (Cancel, Escape, a closed notification). */
export interface Question<Answer extends string> {
  severity: 'information' | 'warning' | 'error';
  message: string;
  /** Only a modal question shows it. */
  detail?: string;
  modal: boolean;
  buttons: Button<Answer>[];
}

export interface Button<Answer extends string> {
  answer: Answer;
  label: string;
}

export interface Choice<Value> {
  label: string;
  description?: string;
  detail?: string;
  value: Value;
}

export interface Prompt {
  title: string;
  prompt: string;
  value?: string;
  placeholder?: string;
  /** The text is a secret: it is not shown while it is typed. */
  secret?: boolean;
  /** A sentence that says what is wrong with a text, or undefined when it may be used. */
  problem?(text: string): string | undefined;
}

/**
 * Every question that the extension asks goes through here. The editor's own dialogs stand behind it; tests answer
 * in their place. Each method resolves with undefined when the person backs out.
 */
export interface Dialogs {
  ask<Answer extends string>(question: Question<Answer>): Promise<Answer | undefined>;
  choose<Value>(title: string, choices: Choice<Value>[]): Promise<Value | undefined>;
  type(prompt: Prompt): Promise<string | undefined>;
  /** A file's path on this machine; the person has agreed to replace it when it exists. */
  chooseFile(title: string, suggestedPath: string): Promise<string | undefined>;
  /** A folder's path on this machine. */
  chooseFolder(title: string, suggestedPath: string): Promise<string | undefined>;
}
