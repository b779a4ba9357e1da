import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { Artefact } from './artefact.ts';
import { readSchema, withoutKeywords } from './schema.ts';

/** Conditions and titles make no type of their own; descriptions become the documentation of each field. */
const SPEAKS_OF_VALUES = new Set(['title', 'allOf', 'not', 'if', 'then']);

export const jobTypes: Artefact = {
  path: 'schemas/generated/job.ts',
  async text() {
    const schema = withoutKeywords(await readSchema(), SPEAKS_OF_VALUES) as JSONSchema;
    return compile(schema, 'DeploymentJob', {
      bannerComment: '// Generated from schemas/pmjob.schema.json by `npm run generate`.',
      style: { singleQuote: true, printWidth: 120 },
      unreachableDefinitions: false,
      cwd: 'schemas',
    });
  },
};
