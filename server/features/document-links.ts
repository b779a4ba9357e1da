import type { DocumentLink } from 'vscode-languageserver-types';
import { isObject } from '../../schemas/json.ts';
import type { Pointer } from '../../schemas/pointer.ts';
import type { JobDocument } from '../document/document.ts';
import { actionsOf } from '../domain/actions.ts';

/** Addresses that can be opened: what actions download, and the schema, which may be a file beside the job. */
export function documentLinks(document: JobDocument): DocumentLink[] {
  if (!isObject(document.value)) return [];
  const job = document.value;
  const links: { at: Pointer; target: string }[] = actionsOf(job).flatMap(({ value, at }) => {
    const address = isObject(value.params) ? value.params.downloadURL : undefined;
    const target = typeof address === 'string' && !/\s/.test(address) ? addressOf(address) : undefined;
    return target === undefined ? [] : [{ at: `${at}/params/downloadURL`, target }];
  });
  const schema =
    typeof job.$schema === 'string' && job.$schema !== '' ? addressOf(job.$schema, document.uri) : undefined;
  if (schema !== undefined) links.push({ at: '/$schema', target: schema });

  const known = links.filter(({ at }) => !document.unread.has(at));
  const ranges = document.ranges(known.map(({ at }) => ({ at, part: 'value' })));
  return known.flatMap(({ target }, index) => {
    const range = ranges[index];
    return range === undefined ? [] : [{ range: inside(range), target }];
  });
}

/** An address of the web, or of a file relative to another; undefined for anything else, which nobody should open. */
function addressOf(written: string, base?: string): string | undefined {
  try {
    const { protocol, href } = new URL(written, base);
    const opens =
      protocol === 'https:' || protocol === 'http:' || (base !== undefined && protocol === new URL(base).protocol);
    return opens ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Without the quotes around a text. */
function inside({ start, end }: DocumentLink['range']): DocumentLink['range'] {
  return { start: { ...start, character: start.character + 1 }, end: { ...end, character: end.character - 1 } };
}
