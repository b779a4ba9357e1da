import { Hono } from 'hono';
import { isObject } from '../../schemas/json.ts';
import type { Asset, Catalogue } from '../catalogue.ts';
import { type Filterable, readFilter } from '../filter.ts';
import { notUnderstood, readJson, type SandboxContext, type SandboxEnvironment } from '../http.ts';
import { onPage, pageAsked } from '../paging.ts';

const MOST_ASSETS = 400;
const MOST_PATCHES = 1000;

/**
 * The names behind ids: `GET /assets` (an asset's tags are bare ids) and `POST /v2/patches`. Both read `platform`,
 * `pageNumber`, `pageSize` and `query`, a filter on `name` or `title`; patches take `query` from a JSON body, too.
 */
export function catalogueRoutes(catalogue: Catalogue): Hono<SandboxEnvironment> {
  return new Hono<SandboxEnvironment>()
    .get('/v1/assets', (c) => {
      const assets = catalogue.assets.map(shownAsset);
      return page(c, assets, { fields: ['id', 'name'], most: MOST_ASSETS, query: c.req.query('query') });
    })
    .post('/v2/patches', async (c) => {
      const body = await readJson(c);
      const asked = isObject(body) && typeof body.query === 'string' ? body.query : c.req.query('query');
      const patches = catalogue.patches.map((patch) => ({ ...patch }));
      return page(c, patches, { fields: ['id', 'title', 'kb'], most: MOST_PATCHES, query: asked });
    });
}

interface Asked {
  fields: readonly string[];
  most: number;
  query: string | undefined;
}

function page(c: SandboxContext, entries: readonly Filterable[], { fields, most, query }: Asked): Response {
  const { platform } = c.req.query();
  const asked = pageAsked(c.req.query(), most, most);
  const matches = readFilter(query, fields);
  if (asked === null || matches === null) return notUnderstood(c);
  return c.json(
    onPage(
      entries.filter((entry) => (!platform || entry.platform === platform) && matches(entry)),
      asked,
    ),
  );
}

function shownAsset({ tagIds, ...asset }: Asset): Filterable {
  return { ...asset, tags: tagIds };
}
