import type { Json, JsonObject } from '../schemas/json.ts';

export interface Asset {
  id: string;
  name: string;
  operatingSystem: string;
  platform: 'Windows' | 'Linux';
  tagIds: readonly string[];
}

interface Tag {
  id: string;
  name: string;
}

interface Patch {
  id: string;
  title: string;
  platform: 'Windows' | 'Linux';
  kb: string | null;
  vendor: string;
  vendorSeverity: string;
  rebootRequired: boolean;
}

/** What a subscription holds beside jobs. None of it changes. */
export interface Catalogue {
  customerId: string;
  assets: readonly Asset[];
  tags: readonly Tag[];
  patches: readonly Patch[];
}

/**
 * `applicableAssetCount`: the listed assets that are of the job's platform and not excluded by id or tag. The samples
 * show that it is not the length of the list (1 and 0 for one asset each); this reading of it is the sandbox's own.
 */
export function applicableAssets({ assets }: Catalogue, body: JsonObject): number {
  const listed = idsOf(body.assetIds);
  const excluded = new Set([...idsOf(body.exclusionAssetIds), ...idsOf(body.exclusionTagIds)]);
  return assets.filter(
    (asset) =>
      listed.has(asset.id) &&
      asset.platform === body.platform &&
      ![asset.id, ...asset.tagIds].some((id) => excluded.has(id)),
  ).length;
}

function idsOf(list: Json | undefined): Set<string> {
  return new Set(Array.isArray(list) ? list.map((id) => String(id).toLowerCase()) : []);
}
