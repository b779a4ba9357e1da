import { fieldAt } from '../../schemas/fields.ts';
import { child, type Pointer, ROOT, segments } from '../../schemas/pointer.ts';

/**
 * A field in words a person would use: its title after the title of what it is in, e.g. "Reboot countdown: Length",
 * "Post action 2: Script". A field that no release knows goes by its key.
 */
export function labelOf(pointer: Pointer): string {
  const path = segments(pointer);
  const [list, index] = path;
  if (index !== undefined && (list === 'preDeployActions' || list === 'postDeployActions')) {
    const action = `${list === 'preDeployActions' ? 'Pre action' : 'Post action'} ${Number(index) + 1}`;
    return [action, ...titles(path).slice(1).slice(-1)].join(': ');
  }
  const named = titles(path);
  return (named.length > 2 && WIDE.has(list ?? '') ? named.slice(1) : named).join(': ') || 'Job';
}

/** Groups whose parts are told apart without them. */
const WIDE: ReadonlySet<string> = new Set(['postDeployment', 'notification']);

function titles(path: readonly string[]): string[] {
  return path.flatMap((segment, index) => {
    if (/^\d+$/.test(segment)) return [];
    const title = fieldAt(path.slice(0, index + 1).reduce<Pointer>(child, ROOT))?.title;
    return [title === undefined || title === '' ? segment : title];
  });
}
