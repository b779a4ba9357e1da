import { homedir } from 'node:os';
import { expect, test } from 'vitest';
import { configurationFolder } from '../../cli/connection/configuration-folder.ts';

test.each([
  ['linux', {}, `${homedir()}/.config/pmjob`],
  ['linux', { XDG_CONFIG_HOME: '/settings' }, '/settings/pmjob'],
  ['linux', { XDG_CONFIG_HOME: '' }, `${homedir()}/.config/pmjob`],
  ['darwin', {}, `${homedir()}/Library/Application Support/pmjob`],
  ['darwin', { XDG_CONFIG_HOME: '/settings' }, '/settings/pmjob'],
  ['win32', { APPDATA: '/roaming', XDG_CONFIG_HOME: '/settings' }, '/roaming/pmjob'],
  ['win32', {}, `${homedir()}/AppData/Roaming/pmjob`],
] as const)('on %s with %j a person keeps connections in %s', (platform, variables, folder) => {
  expect(configurationFolder(variables, platform)).toBe(folder);
});
