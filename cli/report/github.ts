import type { Severity } from '../../schemas/finding.ts';
import { printable } from '../printable.ts';
import type { JudgedFile } from './report.ts';

/**
 * Workflow commands of GitHub Actions, which show each problem at its line of a pull request:
 * `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=code::message`. Nothing where nothing is wrong.
 */
export function githubReport(files: readonly JudgedFile[]): string {
  return files.flatMap((file) => commandsFor(file)).join('\n');
}

function commandsFor({ path, diagnostics }: JudgedFile): string[] {
  return diagnostics.map(({ code, severity, message, range: { start, end } }) => {
    // GitHub takes columns of one line only.
    const columns =
      start.line === end.line
        ? { col: start.character + 1, endColumn: Math.max(start.character + 1, end.character) }
        : {};
    const properties = { file: path, line: start.line + 1, endLine: end.line + 1, ...columns, title: code };
    const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
    return `::${COMMANDS[severity]} ${written.join(',')}::${escaped(message)}`;
  });
}

const COMMANDS: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function escaped(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}
