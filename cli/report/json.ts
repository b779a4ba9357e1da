import type { JudgedFile } from './report.ts';

/** Lines from zero, characters in UTF-16 units, pointers per RFC 6901: a contract with other programs. */
export function jsonReport(files: readonly JudgedFile[]): string {
  return JSON.stringify({
    files: files.map(({ path, diagnostics }) => ({
      path,
      diagnostics: diagnostics.map(({ code, severity, message, pointer, range }) => ({
        code,
        severity,
        message,
        pointer,
        range,
      })),
    })),
  });
}
