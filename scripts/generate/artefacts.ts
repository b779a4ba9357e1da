import type { Artefact } from './artefact.ts';
import { jobTypes } from './job-types.ts';
import { rulePageData } from './rule-pages.ts';
import { rulesPage } from './rules-page.ts';
import { settingsSchema } from './settings-schema.ts';
import { validator, validatorTypes } from './validator.ts';

/** Everything that is generated and committed, in one place. */
export const artefacts: Artefact[] = [jobTypes, validator, validatorTypes, settingsSchema, rulesPage, rulePageData];
