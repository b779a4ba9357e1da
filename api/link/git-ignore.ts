import type { StateStore } from './store.ts';

const PATH = '.gitignore';

const TEXT = `# Written by pmjob. links.json, base/ and config.json are made to be committed; these are not.
intents/
history/
locks/
versions/
*.tmp
`;

/** What may never be committed, whoever has edited the file: unfinished pushes and earlier versions hold scripts. */
const ALWAYS = ['intents/', 'versions/'];

/** Keeps what belongs to one machine out of the repository, scripts above all. */
export async function writeGitIgnore(state: StateStore): Promise<void> {
  const text = await state.read(PATH);
  if (text === undefined) return state.write(PATH, TEXT);
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const missing = ALWAYS.filter((line) => !lines.includes(line));
  if (missing.length > 0) await state.write(PATH, `${text.replace(/(?<!\n)$/, '\n')}${missing.join('\n')}\n`);
}
