import type { JsonObject } from '../../schemas/json.ts';
import { FILE, type JobFolder, jobFolder } from './folder.ts';
import { EDITED, FIRST, NAME, withoutScript } from './job.ts';
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
  async arrange({ url }: Platform, folder: JobFolder) {
    await folder.write(FIRST);
    return pushWords(url);
  },
  given: [],
  skipped: [],
} satisfies Partial<Scenario>;

const update = {
  variables: BY_TOKEN,
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

function pushWords(url: string): string[] {
  return ['push', '--url', url, '--yes', '--format', 'json', FILE];
}

async function must(words: string[], { path }: JobFolder): Promise<void> {
  const { code, result, notes } = await run(words, path, BY_TOKEN);
  if (code !== 0) throw new Error(`The scenario could not be arranged: ${result}${notes}`);
}
