import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { origin } from './guard.ts';
import { nextMessageTaken } from './messages-at-hand.ts';
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
  let changes = 0;
  let underWay = false;

  /** Waits while each round brings another change. */
  async function flush(): Promise<void> {
    underWay = true;
    let seen: number;
    do {
      seen = changes;
      await nextMessageTaken();
    } while (changes !== seen);
    underWay = false;
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
      changes++;
      waiting.add(uri);
      if (!underWay) void flush();
    },
    closed(uri) {
      waiting.delete(uri);
      send({ uri, diagnostics: [] });
    },
  };
}
