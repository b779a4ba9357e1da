import actionFields from './actions/action-fields.ts';
import actionTypeList from './actions/action-type-list.ts';
import downloadUrl from './actions/download-url.ts';
import scriptEmpty from './actions/script-empty.ts';
import scriptEncoding from './actions/script-encoding.ts';
import scriptNotBase64 from './actions/script-not-base64.ts';
import scriptWrapped from './actions/script-wrapped.ts';
import secretInScript from './actions/secret-in-script.ts';
import tooManyActions from './actions/too-many-actions.ts';
import chainActionUnknown from './chain/chain-action-unknown.ts';
import chainCycle from './chain/chain-cycle.ts';
import chainEmpty from './chain/chain-empty.ts';
import chainJobUnknown from './chain/chain-job-unknown.ts';
import chainPlatform from './chain/chain-platform.ts';
import chainThreshold from './chain/chain-threshold.ts';
import chainToItself from './chain/chain-to-itself.ts';
import chainWithoutLink from './chain/chain-without-link.ts';
import nothingToDeploy from './content/nothing-to-deploy.ts';
import patchSourceConflict from './content/patch-source-conflict.ts';
import queryFlag from './content/query-flag.ts';
import querySyntax from './content/query-syntax.ts';
import rollbackWithQuery from './content/rollback-with-query.ts';
import startsAtOnce from './content/starts-at-once.ts';
import copiedResponse from './lifecycle/copied-response.ts';
import nullClearsList from './lifecycle/null-clears-list.ts';
import scriptIsServerPath from './lifecycle/script-is-server-path.ts';
import serverSetField from './lifecycle/server-set-field.ts';
import defermentRange from './messages/deferment-range.ts';
import emailMasked from './messages/email-masked.ts';
import emailMissing from './messages/email-missing.ts';
import percentageUnused from './messages/percentage-unused.ts';
import promptWithoutMessage from './messages/prompt-without-message.ts';
import rebootConflict from './messages/reboot-conflict.ts';
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
import duplicateId from './targets/duplicate-id.ts';
import excludedTarget from './targets/excluded-target.ts';
import noTarget from './targets/no-target.ts';
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
  noTarget,
  duplicateId,
  excludedTarget,
  chainWithoutLink,
  chainEmpty,
  chainToItself,
  chainCycle,
  chainJobUnknown,
  chainActionUnknown,
  chainPlatform,
  actionFields,
  actionTypeList,
  tooManyActions,
  scriptEmpty,
  scriptEncoding,
  secretInScript,
  rebootConflict,
  promptWithoutMessage,
  defermentRange,
  emailMissing,
  percentageUnused,
];
