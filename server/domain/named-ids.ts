import { type Pointer, segments } from '../../schemas/pointer.ts';
import type { NamedKind } from '../facts.ts';

/** What the ids of a field name. */
export type IdKind = NamedKind | 'job' | 'post action';

const KINDS: Readonly<Record<string, IdKind>> = {
  assetIds: 'asset',
  exclusionAssetIds: 'asset',
  assetTagIds: 'tag',
  exclusionTagIds: 'tag',
  matchAllTagIds: 'tag',
  approvedPatches: 'patch',
  coAuthorUserIds: 'user',
  linkedJobId: 'job',
  actionIds: 'post action',
};

/** The lists and fields of a job that hold ids of something with a name, by their key at the root. */
export const ID_FIELDS: readonly string[] = Object.keys(KINDS).filter((key) => key !== 'actionIds');

/** What an id at a place names; undefined where nothing else than the id itself is meant. */
export function kindOfId(at: Pointer): IdKind | undefined {
  const [first = '', , third = ''] = segments(at);
  return KINDS[first === 'chainedJobRule' ? third : first];
}
