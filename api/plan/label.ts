import { fieldAt } from '../../schemas/fields.ts';
import { child, type Pointer, ROOT, segments } from '../../schemas/pointer.ts';
import { shownKey } from './conceal.ts';
import { oneLine } from './one-line.ts';

/**
 * A field in words a person would use: its title after the title of what it is in, e.g. "Reboot countdown: Length",
 * "Post action 2: Script", without the titles that tell nothing apart. A field that no release knows goes by its key.
 */
export function labelOf(pointer: Pointer): string {
  const path = segments(pointer);
  const [list, index] = path;
  if (index !== undefined && (list === 'preDeployActions' || list === 'postDeployActions')) {
    const action = `${list === 'preDeployActions' ? 'Pre action' : 'Post action'} ${Number(index) + 1}`;
    return [action, ...titles(path).slice(1).slice(-1)].join(': ');
  }
  const named = titles(path);
  if (list === 'postDeployment' && named.length > 2) return named.slice(1).join(': ');
  if (list === 'notification' && named.length > 2) return [...named.slice(0, 1), ...named.slice(2)].join(': ');
  return named.join(': ') || 'Job';
}

function titles(path: readonly string[]): string[] {
  return path.flatMap((segment, index) => {
    if (/^\d+$/.test(segment)) return [];
    const entry = Number(path[index + 1]);
    const title = fieldAt(path.slice(0, index + 1).reduce<Pointer>(child, ROOT))?.title;
    const named = title === undefined || title === '' ? oneLine(shownKey(segment)) : title;
    return [entry > 0 ? `${named} ${entry + 1}` : named];
  });
}
