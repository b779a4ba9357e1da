import type { Contestant } from './contestant.ts';
import type { JobText } from './job-text.ts';
import { type LanguageServer, startLanguageServer } from './language-server.ts';

/** How diagnostics come: asked for, or pushed when the server is ready. */
export type Way = 'pulled' | 'pushed';

/** One server with one job open in it. Each method gives the milliseconds until the answer is there. */
export interface JobSession {
  readonly pid: number;
  /** From the start of the process to the first diagnostics. */
  readonly start: number;
  /** Types one character and waits for diagnostics. */
  keystroke(): Promise<number>;
  /** Types one character and asks at once, then asks the same again. */
  editAndAsk(what: Question): Promise<{ first: number; again: number }>;
  stop(): Promise<void>;
}

export type Question = 'completion' | 'hover';

const uri = 'file:///jobs/bench.pmjob.json';

export async function openSession(contestant: Contestant, job: JobText, way: Way): Promise<JobSession> {
  const begin = performance.now();
  const server = startLanguageServer(contestant.program);
  await initialize(server, contestant, way);
  const { text } = job;
  const textDocument = { uri, languageId: contestant.languageId, version: 1, text };
  await diagnosed(() => server.notify('textDocument/didOpen', { textDocument }));
  const start = performance.now() - begin;

  let version = 1;
  function type(): void {
    const keystroke = job.keystrokes[(version - 1) % job.keystrokes.length];
    version++;
    server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [keystroke] });
  }

  async function diagnosed(act: () => void): Promise<void> {
    if (way === 'pushed') {
      const pushed = server.notified('textDocument/publishDiagnostics');
      act();
      checkDiagnostics(contestant, job, await pushed, 'diagnostics');
    } else {
      act();
      const answer = await server.request('textDocument/diagnostic', { textDocument: { uri } });
      checkDiagnostics(contestant, job, answer, 'items');
    }
  }

  async function ask(what: Question): Promise<void> {
    const answer = await server.request(`textDocument/${what}`, { textDocument: { uri }, position: job.asking });
    checkAnswer(contestant, what, answer);
  }

  return {
    pid: server.pid,
    start,
    keystroke: () => timed(() => diagnosed(type)),
    async editAndAsk(what) {
      const first = await timed(() => {
        type();
        return ask(what);
      });
      return { first, again: await timed(() => ask(what)) };
    },
    stop: server.stop,
  };
}

async function initialize(server: LanguageServer, contestant: Contestant, way: Way): Promise<void> {
  const markup = ['markdown', 'plaintext'];
  await server.request('initialize', {
    processId: process.pid,
    rootUri: null,
    initializationOptions: contestant.initializationOptions,
    capabilities: {
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: {
        ...(way === 'pulled' && { diagnostic: {} }),
        completion: { completionItem: { snippetSupport: true, documentationFormat: markup } },
        hover: { contentFormat: markup },
      },
    },
  });
  server.notify('initialized', {});
  contestant.configure(server);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** A figure counts only if the answer reports the planted mistake, and nothing else. */
function checkDiagnostics({ name }: Contestant, { mistakeLine }: JobText, answer: unknown, field: string): void {
  const found = (answer as Record<string, { range: { start: { line: number } } }[] | undefined>)[field] ?? [];
  if (found.length === 1 && found[0]?.range.start.line === mistakeLine) return;
  throw new Error(`${name} does not report the planted mistake alone, on line ${mistakeLine + 1}: ${shown(answer)}`);
}

function checkAnswer({ name }: Contestant, what: Question, answer: unknown): void {
  const text = JSON.stringify(answer) ?? '';
  const right = what === 'hover' ? text.length > 50 : text.includes('"scheduleType"') && text.includes('"label"');
  if (!right) throw new Error(`${name} answers a ${what} with: ${shown(answer)}`);
}

function shown(answer: unknown): string {
  return (JSON.stringify(answer) ?? 'nothing').slice(0, 1000);
}
