import downloadUrl from './actions/download-url.ts';
import scriptIsServerPath from './actions/script-is-server-path.ts';
import scriptNotBase64 from './actions/script-not-base64.ts';
import scriptWrapped from './actions/script-wrapped.ts';
import chainThreshold from './chain/chain-threshold.ts';
import nothingToDeploy from './content/nothing-to-deploy.ts';
import patchSourceConflict from './content/patch-source-conflict.ts';
import queryFlag from './content/query-flag.ts';
import querySyntax from './content/query-syntax.ts';
import rollbackWithQuery from './content/rollback-with-query.ts';
import startsAtOnce from './content/starts-at-once.ts';
import copiedResponse from './lifecycle/copied-response.ts';
import nullClearsList from './lifecycle/null-clears-list.ts';
import serverSetField from './lifecycle/server-set-field.ts';
import emailMasked from './messages/email-masked.ts';
import linuxOnly from './platform/linux-only.ts';
import scriptTypePlatform from './platform/script-type-platform.ts';
import windowsOnly from './platform/windows-only.ts';
import type { Rule, TextRule } from './rule.ts';
import daySkipsMonths from './schedule/day-skips-months.ts';
import monthlyDayConflict from './schedule/monthly-day-conflict.ts';
import monthlyDayMissing from './schedule/monthly-day-missing.ts';
import neverRuns from './schedule/never-runs.ts';
import patchTuesdayOffset from './schedule/patch-tuesday-offset.ts';
import recurrenceMismatch from './schedule/recurrence-mismatch.ts';
import scheduleFieldUnused from './schedule/schedule-field-unused.ts';
import startDoesNotExist from './schedule/start-does-not-exist.ts';
import startInPast from './schedule/start-in-past.ts';
import startMissing from './schedule/start-missing.ts';
import timeZoneUnknown from './schedule/time-zone-unknown.ts';
import timeZoneUnused from './schedule/time-zone-unused.ts';
import weeklyDays from './schedule/weekly-days.ts';
import badFormat from './shape/bad-format.ts';
import misplacedField from './shape/misplaced-field.ts';
import missingField from './shape/missing-field.ts';
import outOfRange from './shape/out-of-range.ts';
import unknownField from './shape/unknown-field.ts';
import unknownValue from './shape/unknown-value.ts';
import wrongType from './shape/wrong-type.ts';
import placeholderId from './targets/placeholder-id.ts';
import byteOrderMark from './text/byte-order-mark.ts';
import duplicateKey from './text/duplicate-key.ts';
import notAnObject from './text/not-an-object.ts';
import pastedText from './text/pasted-text.ts';
import syntax from './text/syntax.ts';
import tooDeep from './text/too-deep.ts';
import tooLarge from './text/too-large.ts';

/** The rules about the text itself. */
export const textRules: readonly TextRule[] = [
  syntax,
  pastedText,
  duplicateKey,
  byteOrderMark,
  notAnObject,
  tooDeep,
  tooLarge,
];

/** The rules about values. */
export const rules: readonly Rule[] = [
  missingField,
  unknownField,
  misplacedField,
  wrongType,
  unknownValue,
  outOfRange,
  badFormat,
  serverSetField,
  nullClearsList,
  copiedResponse,
  startMissing,
  startInPast,
  startDoesNotExist,
  recurrenceMismatch,
  weeklyDays,
  monthlyDayMissing,
  monthlyDayConflict,
  daySkipsMonths,
  patchTuesdayOffset,
  scheduleFieldUnused,
  timeZoneUnknown,
  timeZoneUnused,
  neverRuns,
  windowsOnly,
  linuxOnly,
  scriptTypePlatform,
  rollbackWithQuery,
  patchSourceConflict,
  queryFlag,
  querySyntax,
  nothingToDeploy,
  startsAtOnce,
  placeholderId,
  chainThreshold,
  scriptIsServerPath,
  scriptWrapped,
  scriptNotBase64,
  downloadUrl,
  emailMasked,
];
