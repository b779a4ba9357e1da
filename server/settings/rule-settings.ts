import type { JudgedFinding, Severity } from '../../schemas/finding.ts';
import { isAllowedField } from './allowed-field.ts';

/** What a severity in the settings may be. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies readonly (
  | Severity
  | 'off'
)[];

type SetSeverity = (typeof SEVERITIES)[number];

/** What a folder's `.pmjob/config.json` says of the rules; what it does not name is as the rule itself has it. */
export interface RuleSettings {
  severities: ReadonlyMap<string, SetSeverity>;
  /** Unknown fields that nothing is said of: keys' names, or pointers in which `*` stands for any index. */
  allowedFields: readonly string[];
  /** What a rule itself calls an error stays one, whatever is set. */
  errorsStay: boolean;
}

export const NOTHING_SET: RuleSettings = { severities: new Map(), allowedFields: [], errorsStay: false };

/**
 * The settings as a push has them: they may raise a severity, and never lower an error. The file is shared and outlives its
 * reason; going on with an error is agreed to at the push itself (*Push anyway*, `--allow-errors`), each time.
 */
export function settingsOfPush(settings: RuleSettings): RuleSettings {
  return { ...settings, errorsStay: true };
}

/** What is left of findings, and how severe it is, under settings. Order is kept. */
export function applySettings<Found extends JudgedFinding>(found: readonly Found[], settings: RuleSettings): Found[] {
  const { severities, allowedFields, errorsStay } = settings;
  if (severities.size === 0 && allowedFields.length === 0) return [...found];
  return found.flatMap((finding) => {
    if (finding.code === 'unknown-field' && isAllowedField(finding.pointer, allowedFields)) return [];
    const severity = severities.get(finding.code);
    if (severity === undefined || (errorsStay && finding.severity === 'error')) return [finding];
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}
