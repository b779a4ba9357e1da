/** Turns an English sentence into the person's language; `vscode.l10n` is one. `{0}` stands for the first value. */
export interface Localisation {
  t(message: string, ...values: (string | number | boolean)[]): string;
}
