import type { StateStore } from './store.ts';

const TEXT = `# Written by pmjob. links.json, base/ and config.json are made to be committed; these are not.
intents/
history/
locks/
*.tmp
`;

/** Keeps what belongs to one machine out of the repository, scripts in unfinished pushes above all. */
export async function writeGitIgnore(state: StateStore): Promise<void> {
  if ((await state.read('.gitignore')) === undefined) await state.write('.gitignore', TEXT);
}
