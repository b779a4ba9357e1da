import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { type Field, fieldAt, pathsOf, rootField } from '../../schemas/fields.ts';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { child, type Pointer } from '../../schemas/pointer.ts';
import { shapeProblems } from '../../server/schema/shape.ts';

const samples = readdirSync('test/samples').filter((name) => name.endsWith('.json'));

describe('the bodies of the release notes', () => {
  test('there are eight', () => expect(samples).toHaveLength(8));

  for (const name of samples) {
    test(`${name}: has no problem, and each of its keys is known at its depth`, () => {
      const body = sample(name);
      expect(shapeProblems(body)).toEqual([]);
      expect(pointersOf(body).filter((pointer) => fieldAt(pointer) === undefined)).toEqual([]);
    });
  }

  test('fields come in the order of the create samples', () => {
    const order = rootField.children.map(({ name }) => name);
    const linux = Object.keys(sample('create-linux-rollback.request.json'));
    expect(order.filter((name) => linux.includes(name))).toEqual(linux);
  });
});

describe('the schema', () => {
  const schema: JsonObject = JSON.parse(readFileSync('schemas/pmjob.schema.json', 'utf8'));

  test('is draft-07 as every editor reads it', () => {
    const ajv = new Ajv({ strict: false });
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  });

  test('uses no keyword that gives a person several messages for one mistake, or takes time with the square', () => {
    const keywords = keysAtEveryDepth(schema);
    expect(['anyOf', 'oneOf', 'uniqueItems'].filter((keyword) => keywords.has(keyword))).toEqual([]);
  });

  test('judges with keywords that are turned into problems, and with no other', () => {
    const judging = [...keysAtEveryDepth(schema)].filter((keyword) => VALIDATION.has(keyword));
    expect(judging.sort()).toEqual(
      'additionalProperties enum maximum minLength minimum not pattern required type'.split(' '),
    );
  });
});

describe('every field', () => {
  const fields = fieldsBelow(rootField, '');

  test('says what it is, and which source says so', () => {
    const silent = fields.filter(({ field }) => !field.title || !field.description || !SOURCE.test(field.source));
    expect(silent.map(({ pointer }) => pointer)).toEqual([]);
  });

  test('has a meaning for each value that it offers', () => {
    const enumerated = fields.filter(({ field }) => field.allowed);
    expect(enumerated.length).toBeGreaterThan(15);
    expect(enumerated.filter(({ field }) => field.allowed?.length === 0)).toEqual([]);
  });

  test('takes what it offers: defaults, examples and usual spellings', () => {
    for (const { field } of fields) {
      const offered = (field.allowed ?? []).map(({ value }) => value);
      if (field.default !== undefined && offered.length > 0) expect(offered).toContain(field.default);
      for (const meant of Object.values(field.oftenWritten)) expect(offered, field.name).toContain(meant);
    }
    const examples = rootField.children.filter(({ serverSet }) => !serverSet);
    const body = Object.fromEntries(examples.map((field) => [field.name, field.default ?? field.example]));
    const complete = { ...body, name: 'n', platform: 'Linux', scheduleType: 'Monthly' };
    expect(shapeProblems(JSON.parse(JSON.stringify(complete)))).toEqual([]);
  });

  test('what only the server sets is marked', () => {
    const marked = rootField.children.filter(({ serverSet }) => serverSet).map(({ name }) => name);
    expect(marked.sort()).toEqual(SERVER_SET.split(/\s+/).sort());
    expect(fieldAt('/preDeployActions/0/actionId')?.serverSet).toBe(true);
    expect(fieldAt('/postDeployActions/0/actionLinkedToJob')?.serverSet).toBe(true);
    expect(fieldAt('/linkedToJob/0/chainedJobRule/0/actionDetails/0/params/remediationScope')?.serverSet).toBe(true);
  });

  test('a list that no source closes says so', () => {
    const open = fields.filter(({ field }) => !field.closed).map(({ field }) => field.name);
    expect([...new Set(open)].sort()).toEqual(['action', 'defaultScriptType', 'intervalUnit', 'status']);
  });
});

describe('where a key belongs', () => {
  test('all its places, with a star for the index of a list', () => {
    expect(pathsOf('alwaysShowCompletedPrompt')).toEqual(['/postDeployment/onComplete/alwaysShowCompletedPrompt']);
    expect(pathsOf('actionItem')).toEqual([
      '/preDeployActions/*/params/actionItem',
      '/postDeployActions/*/params/actionItem',
    ]);
  });

  test('nowhere for what only an answer holds inside its own objects', () => {
    expect(pathsOf('schedule')).toEqual([]);
    expect(pathsOf('actionDetails')).toEqual([]);
  });

  test('an index stands for any item, a word for none', () => {
    expect(fieldAt('/assetIds/7')?.format).toBe('uuid');
    expect(fieldAt('/assetIds/first')).toBeUndefined();
    expect(fieldAt('/nowhere/at/all')).toBeUndefined();
  });
});

const SOURCE = /^(?:pmjob|[SDUKI](?:, [SDUKI])*)$/;

const SERVER_SET = `customerId id schemaVersion createdBy updatedBy deletedBy patchCount assetCount taggedAssetCount
  applicableAssetCount totalAssetCount assetResultReceivedCount completionPercent jobTriggerStatus jobCategory jobSource
  readOnly subCategory disabledPatches linkedToJob linkedJobs jobStartCountdown passwordAction isVulnContext
  remediationQids isAssetImported`;

/** Every keyword of draft-07 that can fail by itself. */
const VALIDATION = new Set(
  `additionalItems additionalProperties anyOf const contains dependencies enum exclusiveMaximum exclusiveMinimum format
  maxItems maxLength maxProperties maximum minItems minLength minProperties minimum multipleOf not oneOf pattern
  patternProperties propertyNames required type uniqueItems`.split(/\s+/),
);

function sample(name: string): JsonObject {
  return JSON.parse(readFileSync(`test/samples/${name}`, 'utf8'));
}

function pointersOf(value: Json, at: Pointer = ''): Pointer[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, below]) => pointersOf(below, child(at, key)))];
}

/** Keywords alone, not the names of fields; what stands in conditions fails for its own reason and counts as well. */
function keysAtEveryDepth(schema: Json): Set<string> {
  const found = new Set<string>();
  const visit = (part: Json): void => {
    if (Array.isArray(part)) part.forEach(visit);
    if (!isObject(part)) return;
    for (const [keyword, value] of Object.entries(part)) {
      found.add(keyword);
      if (['enum', 'const', 'default', 'examples', 'defaultSnippets', 'if'].includes(keyword)) continue;
      if (keyword === 'not') continue;
      if (['properties', 'definitions'].includes(keyword) && isObject(value)) Object.values(value).forEach(visit);
      else if (!keyword.startsWith('x-')) visit(value);
    }
  };
  visit(schema);
  return found;
}

function fieldsBelow(field: Field, pointer: Pointer): { field: Field; pointer: Pointer }[] {
  return [
    { field, pointer },
    ...field.children.flatMap((known) => fieldsBelow(known, child(pointer, known.name))),
    ...(field.item ? fieldsBelow(field.item, child(pointer, '*')) : []),
  ];
}
