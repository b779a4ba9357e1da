/** A choice stands on lines of its own. Until the text is whole, marks that JSON cannot hold say where one begins and ends. */
const BEGIN = '\u0000[';
const END = '\u0000]';
const BEGINS = /(?:\r\n|\n|\r)?[\t ]*\0\[/g;
const ENDS = /\0\][\t ]*(?:\r\n|\n|\r)?/g;

export interface MarkerNames {
  ours: string;
  theirs: string;
}

/** Two texts to choose from; undefined is a side on which nothing stands. Each is a line or several, without the last break. */
export function choiceOf(
  ours: string | undefined,
  theirs: string | undefined,
  names: MarkerNames,
  lineEnd: string,
): string {
  const lines = [`<<<<<<< ${names.ours}`, ours, '=======', theirs, `>>>>>>> ${names.theirs}`];
  return `${BEGIN}${lines.filter((line) => line !== undefined).join(lineEnd)}${END}`;
}

/** Puts every choice on lines of its own. */
export function onOwnLines(text: string, lineEnd: string): string {
  return text.replaceAll(ENDS, lineEnd).replaceAll(BEGINS, lineEnd);
}

/** The numbers of the lines, from one, at which choices begin. */
export function linesOfChoices(text: string): number[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => (line.startsWith('<<<<<<< ') ? [index + 1] : []));
}
