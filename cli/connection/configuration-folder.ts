import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder for a person's own settings of pmjob: `%APPDATA%\pmjob`, `~/Library/Application Support/pmjob`, or
 * `$XDG_CONFIG_HOME/pmjob` (`~/.config/pmjob`). XDG_CONFIG_HOME counts on macOS too when it is set.
 */
export function configurationFolder(variables: Record<string, string | undefined>, platform: NodeJS.Platform): string {
  const home = homedir();
  if (platform === 'win32') return join(variables.APPDATA || join(home, 'AppData', 'Roaming'), 'pmjob');
  if (variables.XDG_CONFIG_HOME) return join(variables.XDG_CONFIG_HOME, 'pmjob');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'pmjob');
  return join(home, '.config', 'pmjob');
}
