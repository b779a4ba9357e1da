import type { JsonObject } from '../../schemas/json.ts';
import { catalogue } from '../../server/rules/catalogue.ts';
import type { AboutRule } from '../../server/rules/rule.ts';
import { SEVERITIES } from '../../server/settings/rule-settings.ts';
import type { Artefact } from './artefact.ts';

/** The schema of `.pmjob/config.json`, for completion and validation in any editor. */
export const settingsSchema: Artefact = {
  path: 'schemas/config.schema.json',
  async text() {
    return `${JSON.stringify(schema(), undefined, 2)}\n`;
  },
};

function schema(): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Generated from the rules by `npm run generate`.',
    title: 'Settings of pmjob for a folder',
    description: 'What the rules say of the job files below the folder that holds .pmjob/.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'The address of this schema. It has no effect on the rules.' },
      rules: {
        title: 'Severities',
        description:
          'Another severity for a rule, by its code; "off" silences it. A push keeps the errors that a rule has by itself.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(catalogue.map((rule) => [rule.code, severityOf(rule)])),
      },
      allowedFields: {
        title: 'Allowed fields',
        description:
          'Fields that unknown-field says nothing of: a name ("newField") allows it anywhere, a place ("/notification/newField", "/postDeployActions/*/newField") there alone; * stands for any item of a list.',
        type: 'array',
        items: { type: 'string', pattern: '^(?!/?$)' },
        examples: [['newField', '/notification/newField']],
      },
    },
  };
}

function severityOf({ severity, title, why }: AboutRule): JsonObject {
  return {
    title,
    description: `${title}. ${why} By itself: ${severity}.`,
    type: 'string',
    enum: [...SEVERITIES],
    enumDescriptions: SEVERITIES.map((one) => meaningOf(one, severity)),
    default: severity,
  };
}

function meaningOf(one: (typeof SEVERITIES)[number], own: AboutRule['severity']): string {
  const stays = own === 'error' && one !== 'error' ? ' A push still stops: it is an error by itself.' : '';
  if (one === own) return 'As it is by itself.';
  return `${MEANINGS[one]}${stays}`;
}

const MEANINGS: Record<(typeof SEVERITIES)[number], string> = {
  error: 'Stops a push, fails "pmjob validate".',
  warning: 'Shown, and counted by --max-warnings.',
  information: 'Shown as worth knowing.',
  hint: 'Shown faded.',
  off: 'Nothing is said.',
};
