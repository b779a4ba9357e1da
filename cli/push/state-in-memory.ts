import type { StateStore } from '../../api/link/store.ts';

/** A state that is read as it is on the disk, and of which nothing that is written gets there. */
export function stateInMemory(disk: StateStore): StateStore {
  const written = new Map<string, string | undefined>();
  const read = async (path: string): Promise<string | undefined> =>
    written.has(path) ? written.get(path) : disk.read(path);
  return {
    read,
    async write(path, text) {
      written.set(path, text);
    },
    async createExclusively(path, text) {
      if ((await read(path)) !== undefined) return false;
      written.set(path, text);
      return true;
    },
    async append(path, line) {
      written.set(path, `${(await read(path)) ?? ''}${line}`);
    },
    async remove(path) {
      written.set(path, undefined);
    },
    async list(folder) {
      const below = [...written.keys()].filter((path) => path.startsWith(`${folder}/`));
      const names = [...(await disk.list(folder)), ...below.map((path) => path.slice(folder.length + 1))];
      const there = [...new Set(names)].filter((name) => {
        const path = `${folder}/${name}`;
        return !written.has(path) || written.get(path) !== undefined;
      });
      return there.filter((name) => !name.includes('/'));
    },
    hasJobFile: (path) => disk.hasJobFile(path),
  };
}
