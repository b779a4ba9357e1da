import type { JsonObject } from '../../../schemas/json.ts';
import { type Pointer, segments } from '../../../schemas/pointer.ts';
import { readScript } from '../../domain/script.ts';
import { isUpdate } from '../../domain/update.ts';
import { fieldName, joined } from '../../words.ts';
import { eachField, fieldsThat } from '../each-field.ts';
import { eachOfFormat } from '../each-of-format.ts';
import type { Fix, Rule } from '../rule.ts';
import { toCreateBody, toUpdateBody } from './from-answer.ts';

const copiedResponse: Rule = {
  code: 'copied-response',
  severity: 'information',
  title: 'The file is an answer of the platform, not a body to send',
  why: 'An answer holds the chain where no request has it, paths in place of scripts, and counts of a run: sent as it is, it loses scripts and chain.',
  source: 'release notes',
  before: ['server-set-field'],
  check: ({ value }) => {
    const { signs, words } = signsOf(value);
    const [first, ...others] = signs;
    if (first === undefined) return [];
    return [
      {
        at: first,
        part: 'key',
        message: `This looks copied from an answer of the platform: it holds ${joined(words, 'and')}. Make it a body to send.`,
        ...(others.length > 0 && {
          related: others.map((at) => ({ at, part: 'key', message: `${fieldName(at)} is from an answer too.` })),
        }),
      },
    ];
  },
  fix: (_, { written }, __, adds) =>
    [
      { title: 'Make it a create body', operations: toCreateBody(written) },
      { title: 'Make it an update body', operations: toUpdateBody(written) },
    ].flatMap(({ title, operations }): Fix[] => {
      if (operations === undefined || adds(operations)) return [];
      return [{ title, safe: false, operations }];
    }),
};
export default copiedResponse;

interface Signs {
  signs: Pointer[];
  words: string[];
}

/** What only an answer has, with words for it; the first is the plainest. */
function signsOf(job: JsonObject): Signs {
  const signs: Pointer[] = [];
  const words: string[] = [];
  const add = (found: readonly Pointer[], as: string): void => {
    if (found.length === 0) return;
    signs.push(...found);
    words.push(as);
  };
  add(
    LINKS.filter((key) => isFilled(job[key])).map((key) => `/${key}`),
    'the linked job as only the server writes it',
  );
  if (!isUpdate(job)) {
    const counts = COUNTS.filter((key) => job[key] !== undefined && job[key] !== null && job[key] !== '');
    add(
      counts.map((key) => `/${key}`),
      `${joined(counts, 'and')} without an "id"`,
    );
  }
  if (holdsServersWord(job)) add(listsWithPaths(job), "the server's paths in place of scripts");
  return { signs, words };
}

const LINKS = ['linkedToJob', 'linkedJobs'] as const;

/** Counts of a run and of what it would reach: nobody writes them, an update body carries them along. */
const COUNTS = ['applicableAssetCount', 'totalAssetCount', 'assetResultReceivedCount', 'completionPercent'] as const;

function isFilled(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

/** A path alone, in a body that is otherwise a person's, is one wrong script, and `script-is-server-path` says so. */
function holdsServersWord(job: JsonObject): boolean {
  if (isUpdate(job)) return true;
  let found = false;
  eachField(job, SET_BY_SERVER, (value) => {
    found ||= value !== null && value !== '';
  });
  return found;
}

const SET_BY_SERVER = fieldsThat(({ serverSet }) => serverSet);

/** The lists of actions in which a script is a path of the server. */
function listsWithPaths(job: JsonObject): Pointer[] {
  const lists = new Set<Pointer>();
  eachOfFormat(job, 'base64', (text, at) => {
    if (readScript(text).kind === 'server-path') lists.add(`/${segments(at())[0]}`);
  });
  return [...lists];
}
