import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Severity } from '../../schemas/finding.ts';
import type { Found } from '../rules/run.ts';
import { ruleAddress } from './rule-address.ts';

/**
 * Findings as the protocol has them: of very many the gravest, and how many more there are. `rulesPage` is the address of the
 * page that explains the codes, where one is known.
 */
export function diagnostics(uri: string, findings: readonly Found[], rulesPage: string | undefined): Diagnostic[] {
  const shown = gravest(findings);
  const told = shown.map((found) => diagnosticOf(uri, found, rulesPage));
  return shown.length === findings.length ? told : [...told, more(findings.length - shown.length)];
}

/** VS Code shows no more than a thousand of one file, and says so; the others would be sent, and kept, for nobody. */
const MOST_SHOWN = 999;

/** In the order of the text, as they were. */
function gravest(findings: readonly Found[]): readonly Found[] {
  if (findings.length <= MOST_SHOWN) return findings;
  const taken = [...findings]
    .sort((one, other) => SEVERITIES[one.severity] - SEVERITIES[other.severity])
    .slice(0, MOST_SHOWN);
  const kept = new Set(taken);
  return findings.filter((found) => kept.has(found));
}

function more(count: number): Diagnostic {
  const start = { line: 0, character: 0 };
  const message = `${count} more mistakes are not shown here; "pmjob validate" lists them all.`;
  return { range: { start, end: start }, severity: DiagnosticSeverity.Information, source: 'pmjob', message };
}

export function diagnosticOf(uri: string, found: Found, rulesPage: string | undefined): Diagnostic {
  return {
    range: found.range,
    severity: SEVERITIES[found.severity],
    ...(found.severity === 'hint' && { tags: [DiagnosticTag.Unnecessary] }),
    source: 'pmjob',
    code: found.code,
    ...(rulesPage !== undefined && { codeDescription: { href: ruleAddress(rulesPage, found.code) } }),
    message: found.message,
    ...(found.related.length > 0 && {
      relatedInformation: found.related.map(({ range, message, file }) => ({
        location: { uri: file ?? uri, range },
        message,
      })),
    }),
  };
}

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
