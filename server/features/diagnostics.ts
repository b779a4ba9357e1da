import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Severity } from '../../schemas/finding.ts';
import type { Found } from '../rules/run.ts';
import { ruleAddress } from './rule-address.ts';

/** Findings as the protocol has them. `rulesPage` is the address of the page that explains the codes, where one is known. */
export function diagnostics(uri: string, findings: readonly Found[], rulesPage: string | undefined): Diagnostic[] {
  return findings.map((found) => diagnosticOf(uri, found, rulesPage));
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
