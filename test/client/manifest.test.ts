import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

interface MenuEntry {
  command?: string;
  submenu?: string;
  when?: string;
  group?: string;
}

interface Manifest {
  icon: string;
  activationEvents: string[];
  contributes: {
    commands: { command: string; title: string; category?: string; enablement?: string }[];
    submenus: { id: string; label: string }[];
    menus: Record<string, MenuEntry[]>;
    configuration: {
      properties: Record<string, { scope?: string; description?: string; markdownDescription?: string }>;
    };
    languages: { configuration: string; icon: { light: string; dark: string } }[];
    grammars: { path: string }[];
    snippets: { path: string }[];
    jsonValidation: { url: string }[];
    walkthroughs: {
      title: string;
      steps: { title: string; description: string; media: { image?: string; markdown?: string } }[];
    }[];
  };
}

const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { commands, submenus, menus, configuration, languages, grammars, snippets, jsonValidation, walkthroughs } =
  manifest.contributes;
const sources = sourcesBelow('client');

describe('the manifest', () => {
  it('registers every command that it names, and names every one that is registered', () => {
    const extension = readFileSync(join(root, 'client', 'extension.ts'), 'utf8');
    const registered = [...extension.matchAll(/'(pmjob\.\w+)':/g)].map((match) => match[1]);
    expect(commands.map(({ command }) => command).sort()).toEqual(registered.sort());
  });

  it('gives every command a title in one category', () => {
    for (const { title, category } of commands)
      expect([title, category]).toEqual([expect.stringMatching(/^%/), 'PM Job']);
  });

  it('shows menu entries for job files only', () => {
    for (const [menu, entries] of Object.entries(menus))
      for (const { command, submenu, when } of entries) {
        const known = [...commands.map((one) => one.command), ...submenus.map(({ id }) => id)];
        expect(known).toContain(command ?? submenu);
        // What is in a submenu is shown where the submenu is.
        if (submenus.some(({ id }) => id === menu)) continue;
        if (menu === 'commandPalette') expect(when, command).toBeTruthy();
        else expect(when, `${command ?? submenu} in ${menu}`).toMatch(/pmjob/);
      }
    const icons = menus['editor/title']?.filter(({ group }) => group === 'navigation') ?? [];
    // One for a job file, one for each kind of comparison.
    expect(new Set(icons.map(({ when }) => when)).size).toBe(icons.length);
  });

  it('offers nothing on a version that git or a comparison shows: only on files of a disk, and what can be saved as one', () => {
    for (const menu of ['editor/title', 'editor/context', 'commandPalette'])
      for (const { command, submenu, when } of menus[menu] ?? [])
        if (/LangId == pmjob/.test(when ?? ''))
          expect(when, `${command ?? submenu} in ${menu}`).toMatch(
            /resourceScheme =~ \/\^\(file\|vscode-remote(\|untitled)?\)\$\//,
          );
    for (const { command, when } of menus['explorer/context'] ?? [])
      if (/resourceFilename/.test(when ?? '')) expect(when, command).toContain('!explorerResourceIsFolder');
  });

  it('has every submenu in a menu, with a title', () => {
    const used = Object.values(menus).flatMap((entries) => entries.flatMap(({ submenu }) => submenu ?? []));
    expect(new Set(used)).toEqual(new Set(submenus.map(({ id }) => id)));
    for (const { label } of submenus) expect(label).toMatch(/^%/);
  });

  it('lets nothing be sent from a folder that is not trusted', () => {
    const sending = [
      'pmjob.deploy',
      'pmjob.createJob',
      'pmjob.updateJob',
      'pmjob.pullJob',
      'pmjob.enableJob',
      'pmjob.disableJob',
      'pmjob.deleteJob',
      'pmjob.showHistory',
      'pmjob.copyAsCurl',
      'pmjob.pullAllJobs',
      'pmjob.deployFolder',
      'pmjob.compareWithServer',
      'pmjob.forgetLink',
    ];
    for (const { command, enablement } of commands)
      if (sending.includes(command)) expect(enablement, command).toContain('isWorkspaceTrusted');
  });

  it('activates by language alone', () => {
    expect(manifest.activationEvents).toEqual(['onLanguage:pmjob']);
  });

  it('has only settings that are described and read', () => {
    for (const [setting, property] of Object.entries(configuration.properties)) {
      expect(property.markdownDescription ?? property.description, setting).toBeTruthy();
      const key = setting.replace(/^pmjob\./, '');
      expect(sources.includes(`'${setting}'`) || sources.includes(`'${key}'`), `${setting} is read`).toBe(true);
    }
  });

  it('keeps connections out of a workspace’s reach', () => {
    for (const setting of ['pmjob.connections', 'pmjob.sandbox.url'])
      expect(configuration.properties[setting]?.scope).toBe('machine');
  });

  it('has one walkthrough, whose steps run commands that are there', () => {
    const texts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
    expect(walkthroughs).toHaveLength(1);
    for (const { title, description } of walkthroughs[0]?.steps ?? []) {
      expect(title).toMatch(/^%/);
      const text = texts[description.replaceAll('%', '')] ?? '';
      const run = [...text.matchAll(/\(command:([\w.]+)/g)].map((match) => match[1] ?? '');
      expect(run.length, title).toBeGreaterThan(0);
      const known = commands.map(({ command }) => command);
      for (const command of run.filter((name) => name.startsWith('pmjob.'))) expect(known).toContain(command);
    }
  });

  it('points to files that are there', () => {
    const files = [
      manifest.icon,
      ...languages.flatMap(({ configuration: file, icon }) => [file, icon.light, icon.dark]),
      ...grammars.map(({ path }) => path),
      ...snippets.map(({ path }) => path),
      ...jsonValidation.map(({ url }) => url),
      ...walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image ?? media.markdown ?? 'nothing')),
    ];
    for (const file of files) expect(existsSync(join(root, file)), file).toBe(true);
  });
});

function sourcesBelow(folder: string): string {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n');
}
