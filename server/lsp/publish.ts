import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { origin } from './guard.ts';
import type { OpenFiles } from './open-files.ts';

export interface Publisher {
  changed(uri: string): void;
  closed(uri: string): void;
}

/**
 * Pushes diagnostics to editors that cannot ask for them. Versions that arrive together are judged once, the last one: no
 * timer, the work begins when the messages at hand are read.
 */
export function publisher(
  files: OpenFiles,
  diagnosticsOf: (uri: string) => Diagnostic[],
  send: (params: PublishDiagnosticsParams) => void,
  log: (line: string) => void,
): Publisher {
  const waiting = new Set<string>();

  function flush(): void {
    const uris = [...waiting];
    waiting.clear();
    for (const uri of uris) publish(uri);
  }

  function publish(uri: string): void {
    const file = files.get(uri);
    if (file === undefined) return;
    try {
      send({ uri, version: file.document.version, diagnostics: diagnosticsOf(uri) });
    } catch (error) {
      log(`diagnostics failed: ${origin(error)}`);
    }
  }

  return {
    changed(uri) {
      if (waiting.size === 0) setImmediate(flush);
      waiting.add(uri);
    },
    closed(uri) {
      waiting.delete(uri);
      send({ uri, diagnostics: [] });
    },
  };
}
