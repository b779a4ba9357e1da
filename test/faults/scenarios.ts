import type { JsonObject } from '../../schemas/json.ts';
import { SAME_FIELD } from './faults.ts';
import { FILE, type JobFolder, jobFolder } from './folder.ts';
import { EDITED, EDITED_SCRIPT, FIRST, FIRST_SCRIPT, NAME, numbered, withoutScript } from './job.ts';
import { PASSWORD, type Platform, TOKEN } from './platform.ts';
import { run } from './terminal.ts';

/** A command in a folder that was made ready for it, with the requests that it makes when nothing goes wrong. */
export interface Scenario {
  /** In brackets behind each of its places in a table; empty for the plain one. */
  name: string;
  variables: Record<string, string>;
  /** Makes a folder and a platform ready; answers the words of the command. */
  arrange(platform: Platform, folder: JobFolder): Promise<string[]>;
  /** What goes wrong in every one of its rows. */
  given: JsonObject[];
  /** The places of its requests in their order, with how many each has. A place of `skipped` has no rows. */
  places: readonly (readonly [place: string, requests: number])[];
  skipped: readonly string[];
  /** The request of a place, where a count does not find it; `id` is the job of the fault. */
  target?(place: string, id: string): { match: { method: string; path: string }; skip: number };
  /** What a write carries of scripts, so that a server may repeat it. */
  scripts: readonly string[];
  /** The faults that are of interest here; all without. */
  only?: RegExp;
  /** The places at which every one of them is, whatever `only` says. */
  wholly?: readonly string[];
}

const BY_TOKEN = { PMJOB_TOKEN: TOKEN };
const BY_PASSWORD = { PMJOB_USERNAME: 'sandbox', PMJOB_PASSWORD: PASSWORD };

const LOOK_FOR_NAME = 4;

const create = {
  variables: BY_TOKEN,
  scripts: FIRST_SCRIPT,
  async arrange({ url }: Platform, folder: JobFolder) {
    await folder.write(FIRST);
    return pushWords(url);
  },
  given: [],
  skipped: [],
} satisfies Partial<Scenario>;

const update = {
  variables: BY_TOKEN,
  scripts: EDITED_SCRIPT,
  async arrange({ url }: Platform, folder: JobFolder) {
    await folder.write(FIRST);
    await must(pushWords(url), folder);
    await folder.write(EDITED);
    return pushWords(url);
  },
  given: [],
  skipped: [],
} satisfies Partial<Scenario>;

export const CREATE: readonly Scenario[] = [
  {
    ...create,
    name: '',
    places: [
      ['subscription', 2],
      ['look', LOOK_FOR_NAME],
      ['second look', LOOK_FOR_NAME],
      ['write', 1],
      ['look after', LOOK_FOR_NAME],
    ],
  },
  {
    ...create,
    name: 'answer lost',
    given: [{ fault: 'drop-after', match: { method: 'POST', path: '/pm/v1/deploymentjob' } }],
    places: [
      ['before', 2 + LOOK_FOR_NAME + LOOK_FOR_NAME + 1],
      ['look for it', LOOK_FOR_NAME],
      ['read it', 1],
      ['look after', LOOK_FOR_NAME],
    ],
    skipped: ['before', 'look after'],
  },
  {
    // Asked for again, another job is made only when the one that was asked for first is not there.
    ...create,
    async arrange(platform, folder) {
      return [...(await create.arrange(platform, folder)), '--new', '--on-conflict', 'merge'];
    },
    name: 'another one',
    only: /^(no answer in time|reset before acceptance|500|killed .*)$/,
    places: [
      ['before', 2 + LOOK_FOR_NAME + LOOK_FOR_NAME],
      ['write', 1],
      ['look after', LOOK_FOR_NAME],
    ],
    skipped: ['before', 'look after'],
  },
  {
    ...create,
    name: 'password',
    variables: BY_PASSWORD,
    only: /401|token|429/,
    wholly: ['sign-in'],
    places: [
      ['sign-in', 1],
      ['look', LOOK_FOR_NAME],
      ['second look', LOOK_FOR_NAME],
      ['write', 1],
      ['look after', LOOK_FOR_NAME],
    ],
  },
];

const updateWithoutScript = {
  ...update,
  scripts: [],
  async arrange({ url }: Platform, folder: JobFolder) {
    await folder.write(withoutScript(FIRST));
    await must(pushWords(url), folder);
    await folder.write(withoutScript(EDITED));
    return pushWords(url);
  },
} satisfies Partial<Scenario>;

export const UPDATE: readonly Scenario[] = [
  {
    ...update,
    name: '',
    places: [
      ['subscription', 2],
      ['look', 1],
      ['second look', 1],
      ['write', 1],
    ],
  },
  {
    ...update,
    name: 'answer lost',
    given: [{ fault: 'drop-after', match: { method: 'PATCH', path: '/pm/v1/deploymentjob/update/*' } }],
    places: [
      ['before', 2 + 1 + 1 + 1],
      ['look at it', 1],
    ],
    skipped: ['before'],
  },
  {
    ...updateWithoutScript,
    name: 'no script',
    only: /^somebody/,
    places: [
      ['subscription', 2],
      ['look', 1],
      ['second look', 1],
      ['write', 1],
    ],
  },
  {
    ...updateWithoutScript,
    name: 'no script, answer lost',
    only: /^somebody/,
    given: [{ fault: 'drop-after', match: { method: 'PATCH', path: '/pm/v1/deploymentjob/update/*' } }],
    places: [
      ['before', 2 + 1 + 1 + 1],
      ['look at it', 1],
    ],
    skipped: ['before'],
  },
  {
    ...update,
    name: 'password',
    variables: BY_PASSWORD,
    only: /401|token|429/,
    wholly: ['sign-in'],
    places: [
      ['sign-in', 1],
      ['look', 1],
      ['second look', 1],
      ['write', 1],
    ],
  },
];

export const PULL: readonly Scenario[] = [
  {
    name: '',
    variables: BY_TOKEN,
    scripts: [],
    async arrange(platform, folder) {
      await folder.write(FIRST);
      await must(pushWords(platform.url), folder);
      const id = String((await platform.stored(NAME))[0]?.id);
      const elsewhere = await jobFolder();
      await elsewhere.write(EDITED);
      await must([...pushWords(platform.url), '--link', id], elsewhere);
      await elsewhere.remove();
      return ['pull', '--url', platform.url, '--yes', id, FILE];
    },
    given: [],
    places: [
      ['subscription', 2],
      ['look', 1],
    ],
    skipped: [],
  },
];

/** Three files at once, of which the second is struck: the others are pushed all the same. */
const several = {
  variables: BY_TOKEN,
  scripts: EDITED_SCRIPT,
  async arrange({ url }: Platform, folder: JobFolder) {
    const files = ['1', '2', '3'].map((number) => `${number}.${FILE}`);
    for (const [index, file] of files.entries()) await folder.write(numbered(FIRST, index + 1), file);
    await must(pushWords(url, ...files), folder);
    for (const [index, file] of files.entries()) await folder.write(numbered(EDITED, index + 1), file);
    return pushWords(url, ...files);
  },
  given: [],
  skipped: [],
  target(place: string, id: string) {
    const job = { method: 'GET', path: `/pm/v1/deploymentjob/${id}` };
    switch (place) {
      case 'subscription':
        return { match: { method: 'GET', path: '/pm/v1/deploymentjobs/summary' }, skip: 0 };
      case 'look':
        return { match: job, skip: 0 };
      case 'second look':
        return { match: job, skip: 1 };
      case 'write':
        return { match: { method: 'PATCH', path: `/pm/v1/deploymentjob/update/${id}` }, skip: 0 };
      default:
        return { match: job, skip: 2 };
    }
  },
} satisfies Partial<Scenario>;

export const SEVERAL: readonly Scenario[] = [
  {
    ...several,
    name: '',
    places: [
      ['subscription', 2],
      ['look', 3],
      ['second look', 3],
      ['write', 3],
    ],
    // Each fault at the write, one of each kind at the other places.
    only: /^(403|429|500 again and again|400 .*|somebody changes this field|token expired|killed .*|cancelled .*)$/,
    wholly: ['write'],
  },
];

/** Somebody has changed the description since the last push. */
function conflicting(way: 'merge' | 'overwrite', file: JsonObject) {
  return {
    variables: BY_TOKEN,
    scripts: [],
    async arrange(platform: Platform, folder: JobFolder) {
      await folder.write(withoutScript(FIRST));
      await must(pushWords(platform.url), folder);
      await folder.write(withoutScript(file));
      const id = (await platform.stored(NAME))[0]?.id ?? null;
      const match = { method: 'GET', path: '/pm/v1/deploymentjobs/summary' };
      await platform.plan({ fault: 'changed-by-somebody-else', match, job: id, change: SAME_FIELD });
      await must(['test-connection', '--url', platform.url], folder);
      return [...pushWords(platform.url), '--on-conflict', way];
    },
    given: [],
    skipped: [],
    // Each fault at the write, one of each kind at the other places.
    only: /^(401|403|429|500 again and again|reset in the answer|somebody changes another field|(killed|cancelled) .*)$/,
    wholly: ['write'],
  } satisfies Partial<Scenario>;
}

/** Their change is brought into the file, which has not changed that field; or sent over, which has. */
export const CONFLICT: readonly Scenario[] = [
  {
    ...conflicting('merge', { ...EDITED, description: FIRST.description ?? null }),
    name: 'merge',
    places: [
      ['subscription', 2],
      ['look for a conflict', 1],
      ['look to merge', 1],
      ['look', 1],
      ['second look', 1],
      ['write', 1],
    ],
  },
  {
    ...conflicting('overwrite', EDITED),
    name: 'overwrite',
    places: [
      ['subscription', 2],
      ['look', 1],
      ['second look', 1],
      ['write', 1],
    ],
  },
];

function pushWords(url: string, ...files: string[]): string[] {
  return ['push', '--url', url, '--yes', '--format', 'json', ...(files.length === 0 ? [FILE] : files)];
}

async function must(words: string[], { path }: JobFolder): Promise<void> {
  const { code, result, notes } = await run(words, path, BY_TOKEN);
  if (code !== 0) throw new Error(`The scenario could not be arranged: ${result}${notes}`);
}
