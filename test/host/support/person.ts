import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Dialogs } from '../../../client/dialogs.ts';

/** What the extension asked, as a person would read it. */
export interface Asked {
  kind: 'ask' | 'choose' | 'type' | 'file';
  message: string;
  detail: string;
  /** Nothing else can be done until it is answered. */
  modal?: boolean;
  /** Labels of buttons or of choices. */
  offers: string[];
}

/**
 * Answers the extension's dialogs in a person's place: one answer for each question, in their order, by the label that
 * they would press or the text that they would type; undefined backs out. Notifications without an answer are closed.
 */
export class Person {
  readonly asked: Asked[] = [];
  #answers: (string | undefined | ((asked: Asked) => string | undefined | Promise<string | undefined>))[] = [];

  #backsOut = false;

  static async present(): Promise<Person> {
    const extension = vscode.extensions.getExtension<{ dialogs: Dialogs }>('pmjob.pmjob');
    assert.ok(extension, 'the editor does not know pmjob.pmjob');
    const { dialogs } = await extension.activate();
    const person = new Person();
    person.#takeOver(dialogs);
    return person;
  }

  /** Runs a command with these answers; every one must have been asked for. Returns what was asked. */
  async run(command: string, resource: vscode.Uri | undefined, ...answers: Person['answers']): Promise<Asked[]> {
    return this.during(async () => vscode.commands.executeCommand(command, resource), ...answers);
  }

  /** The same on several files that are selected in the explorer; its menu was opened on the first. */
  async runOn(command: string, selected: readonly vscode.Uri[], ...answers: Person['answers']): Promise<Asked[]> {
    return this.during(async () => vscode.commands.executeCommand(command, selected[0], selected), ...answers);
  }

  /** The same for whatever makes the extension ask. */
  async during(work: () => Promise<unknown>, ...answers: Person['answers']): Promise<Asked[]> {
    this.asked.length = 0;
    this.#answers = [...answers];
    await work();
    assert.deepEqual(
      this.#answers,
      [],
      `not asked for; asked was: ${this.asked.map((one) => one.message).join(' | ')}`,
    );
    return [...this.asked];
  }

  /**
   * Runs a command whose end is not known beforehand: what the answers are not enough for is backed out of, and not every
   * one need be asked for.
   */
  async runAnyWay(command: string, resource: vscode.Uri | undefined, ...answers: Person['answers']): Promise<Asked[]> {
    this.asked.length = 0;
    this.#answers = [...answers];
    this.#backsOut = true;
    try {
      await vscode.commands.executeCommand(command, resource);
      return [...this.asked];
    } finally {
      this.#backsOut = false;
      this.#answers = [];
    }
  }

  /** Creates the job of a file; returns the id that the message tells, and copies it. */
  async create(file: vscode.Uri): Promise<string> {
    return idIn(await this.run('pmjob.createJob', file, 'Create Job', 'Copy ID'));
  }

  /** Only names the type of `run`'s answers. */
  declare readonly answers: (
    | string
    | undefined
    | ((asked: Asked) => string | undefined | Promise<string | undefined>)
  )[];

  #takeOver(dialogs: Dialogs): void {
    dialogs.ask = async (question) => {
      const offers = question.buttons.map((button) => button.label);
      const asked = this.#note('ask', question.message, question.detail, offers);
      asked.modal = question.modal;
      if (!question.modal && this.#answers.length === 0) return undefined;
      const label = await this.#answer(asked);
      return question.buttons[this.#indexOf(label, asked)]?.answer;
    };
    dialogs.choose = async (title, choices) => {
      const asked = this.#note(
        'choose',
        title,
        undefined,
        choices.map((choice) => choice.label),
      );
      const label = await this.#answer(asked);
      return label === undefined ? undefined : choices[this.#indexOf(label, asked)]?.value;
    };
    dialogs.type = async (prompt) => {
      const text = await this.#answer(this.#note('type', `${prompt.title}: ${prompt.prompt}`, undefined, []));
      const problem = text === undefined ? undefined : prompt.problem?.(text);
      assert.equal(problem, undefined, `“${text}” was not accepted`);
      return text;
    };
    dialogs.chooseFolder = async (title, path) => this.#answer(this.#note('file', title, path, []));
    dialogs.chooseFile = async (title, path) => this.#answer(this.#note('file', title, path, []));
  }

  #note(kind: Asked['kind'], message: string, detail: string | undefined, offers: string[]): Asked {
    const asked: Asked = { kind, message, detail: detail ?? '', offers };
    this.asked.push(asked);
    return asked;
  }

  async #answer(asked: Asked): Promise<string | undefined> {
    if (this.#backsOut && this.#answers.length === 0) return undefined;
    assert.ok(this.#answers.length > 0, `nobody expected to be asked: ${asked.message} ${asked.detail}`);
    const answer = this.#answers.shift();
    return typeof answer === 'function' ? answer(asked) : answer;
  }

  #indexOf(label: string | undefined, asked: Asked): number {
    if (label === undefined) return -1;
    const index = asked.offers.indexOf(label);
    assert.notEqual(index, -1, `“${label}” is not offered by “${asked.message}”, but ${asked.offers.join(', ')}`);
    return index;
  }
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** The id of the job that the last message names. */
export function idIn(asked: readonly Asked[]): string {
  const id = UUID.exec(asked.at(-1)?.message ?? '')?.[0];
  assert.ok(id, `no id in: ${asked.map(({ message }) => message).join(' | ')}`);
  return id;
}
