import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { SettingsProblem } from '../settings/read-settings.ts';

/** What is wrong in a file of settings, as the protocol has it. */
export function settingsDiagnostics(problems: readonly SettingsProblem[]): Diagnostic[] {
  return problems.map(({ code, message, range }) => ({
    range,
    severity: code === 'settings-unreadable' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'pmjob',
    code,
    message,
  }));
}
