import { Ajv, type AnySchemaObject } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { compilePattern } from '../../schemas/pattern.ts';
import type { Artefact } from './artefact.ts';
import { readSchema, withoutKeywords } from './schema.ts';

/** Keywords that describe and never judge; the compiled code is made without them. */
const ANNOTATIONS = [
  'enumDescriptions',
  'defaultSnippets',
  'x-since',
  'x-platform',
  'x-server-set',
  'x-source',
  'x-format',
  'x-range',
  'x-often-written',
];
const TEXT_FOR_PEOPLE = ['$comment', 'title', 'description', 'default', 'examples'];

const BANNER = '// Generated from schemas/pmjob.schema.json by `npm run generate`.';

export const validator: Artefact = {
  path: 'schemas/generated/validate.js',
  async text() {
    const schema = await readSchema();
    strictAjv().compile(schema);
    const ajv = strictAjv();
    const judging = withoutKeywords(schema, new Set([...ANNOTATIONS, ...TEXT_FOR_PEOPLE])) as AnySchemaObject;
    return `${BANNER}\nimport { compilePattern } from '../pattern.ts';\n${standalone(ajv, ajv.compile(judging))}\n`;
  },
};

export const validatorTypes: Artefact = {
  path: 'schemas/generated/validate.d.ts',
  async text() {
    return `${BANNER}
export interface ValidationError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** Judges a body; when it is false, \`errors\` holds what is wrong until the next call. */
export const validate: {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
};
export default validate;
`;
  },
};

/**
 * Besides the standard keywords: values that are usual, in a list that no source closes (`x-suggested`), and fields
 * whose need is inferred (`x-expects`, `x-expects-together`). Other editors skip them; here they are judged, and
 * their errors are told apart by the keyword in their `schemaPath`.
 */
function strictAjv(): Ajv {
  const ajv = new Ajv({
    strict: true,
    allErrors: true,
    allowUnionTypes: true,
    messages: false,
    // An empty text is all that a length is asked for, and counting code points needs ajv at run time.
    unicode: false,
    logger: false,
    code: { source: true, esm: true, lines: true, regExp: Object.assign(compilePattern, { code: 'compilePattern' }) },
  });
  ajv.addVocabulary(ANNOTATIONS);
  ajv.addKeyword({ keyword: 'x-suggested', macro: (values: unknown[]) => ({ enum: [...values] }) });
  ajv.addKeyword({
    keyword: 'x-expects',
    macro: (keys: string[]) => ({
      required: [...keys],
      properties: Object.fromEntries(keys.map((key) => [key, { not: { const: '' } }])),
    }),
  });
  ajv.addKeyword({
    keyword: 'x-expects-together',
    macro: (keys: string[]) => ({
      dependencies: Object.fromEntries(keys.map((key) => [key, keys.filter((other) => other !== key)])),
    }),
  });
  return ajv;
}
