import { type ReadSettings, readSettings } from '../settings/read-settings.ts';
import { NOTHING_SET, type RuleSettings } from '../settings/rule-settings.ts';
import type { Disk } from './disk.ts';
import { folderOf, holderOf, isSameFolder, nearestFolder } from './folders.ts';

/** The `.pmjob/config.json` that holds for job files, as the editor has it, else as the disk has it. */
export interface SettingsFile extends ReadSettings {
  uri: string;
  /** Undefined: the folder has no such file. */
  text: string | undefined;
}

export interface SettingsFiles {
  /** What holds for a job file: the settings in the nearest `.pmjob/` above it. The same object until they change. */
  of(job: string): RuleSettings;
  /** The file to write settings of a job file into; undefined for a job that is in no folder. */
  toWrite(job: string): { uri: string; text: string | undefined } | undefined;
  /** A file of settings as it is now. */
  present(uri: string): SettingsFile;
  /** A file of settings was opened, typed in, closed, or changed on the disk. */
  changed(): void;
}

interface Sources {
  disk: Pick<Disk, 'exists' | 'read' | 'trueAddress'>;
  /** What the editor has open. */
  openText(uri: string): string | undefined;
  workspaceFolders(): readonly string[];
  /** Milliseconds for which a look at the disk holds; 0 where the editor does not tell of changes. */
  freshFor(): number;
  now(): number;
}

/** `read` is told of each text of settings that is new. */
export function settingsFiles(sources: Sources, read: (file: SettingsFile) => void): SettingsFiles {
  const looks = new Map<string, { file: SettingsFile | undefined; at: number }>();
  const files = new Map<string, SettingsFile>();

  function look(job: string): SettingsFile | undefined {
    const last = looks.get(job);
    const now = sources.now();
    if (last !== undefined && now - last.at < sources.freshFor()) return last.file;
    const holder = holderOf(job, sources.disk);
    const file = holder === undefined ? undefined : present(settingsOf(holder));
    looks.set(job, { file, at: now });
    return file;
  }

  function present(uri: string): SettingsFile {
    const text = sources.openText(uri) ?? sources.disk.read(uri);
    const last = files.get(uri);
    if (last !== undefined && last.text === text) return last;
    const file = { uri, text, ...readSettings(text ?? '') };
    files.set(uri, file);
    read(file);
    return file;
  }

  return {
    present,
    of(job) {
      return (folderOf(job) === undefined ? undefined : look(job)?.settings) ?? NOTHING_SET;
    },
    toWrite(job) {
      const file = folderOf(job) === undefined ? undefined : look(job);
      if (file !== undefined) return file;
      const folder = folderForNew(job, sources);
      return folder === undefined ? undefined : present(settingsOf(folder));
    },
    changed() {
      looks.clear();
      for (const uri of files.keys()) present(uri);
    },
  };
}

export function isSettingsFile(uri: string): boolean {
  return uri.endsWith('/.pmjob/config.json');
}

/** Made or removed as a whole, it is all that an editor tells of. */
export function isStateFolder(uri: string): boolean {
  return uri.endsWith('/.pmjob');
}

function folderForNew(job: string, { disk, workspaceFolders }: Sources): string | undefined {
  const workspaces = workspaceFolders();
  return (
    nearestFolder(job, disk, (above) => disk.exists(`${above}/.git`)) ??
    nearestFolder(job, disk, (above) => workspaces.some((workspace) => isSameFolder(workspace, above, disk))) ??
    nearestFolder(job, disk, () => true)
  );
}

function settingsOf(folder: string): string {
  return `${folder}/.pmjob/config.json`;
}
