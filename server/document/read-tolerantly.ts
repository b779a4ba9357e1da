import { isPlainWord, LITERALS, meaningOfWord } from './bare-word.ts';
import { skipBlanks } from './characters.ts';
import { MAXIMUM_DEPTH } from './limits.ts';
import { type ProblemLimits, problemLog, TOLD_TO_A_PERSON } from './problem-log.ts';
import { createScanner, isSeparator, type Scanner, type TokenKind } from './scanner.ts';
import type { TextProblem } from './text-problem.ts';
import type { ArrayNode, EntryNode, ObjectNode, TreeNode } from './tree.ts';

/** What could be read of a text, whatever it holds. */
export interface Reading {
  root: TreeNode | undefined;
  problems: TextProblem[];
  /** False when brackets or quotes do not match: which object a key belongs to is then a guess. */
  structureKnown: boolean;
  /** Where the nesting passes the limit, or -1; the reading ends there. */
  tooDeepAt: number;
}

/**
 * Reads a text that may be broken. The reading is as strict as RFC 8259 in what it reports and goes on after each
 * problem; what follows from a problem already reported is not reported again.
 *
 * Ours rather than jsonc-parser's: that one takes a no-break space for a symbol, knows no single quotes, reads no value
 * of a bare word, and reports each of these several times.
 */
export function readTolerantly(text: string, from: number, limits: ProblemLimits = TOLD_TO_A_PERSON): Reading {
  const log = problemLog(limits);
  let structureKnown = true;
  let tooDeepAt = -1;
  let previousEnd = from;
  /** The token before is what it seems to be. */
  let previousSound = false;
  let previousKind: TokenKind = 'end';
  const scanner = createScanner(text, from, (problem) => {
    if (UNSETTLING.has(problem.kind)) structureKnown = false;
    log.note(problem);
  });

  advance();
  const root = readRoot();
  return { root, problems: log.problems(), structureKnown, tooDeepAt };

  /** A token that was noted already gets no second problem. Where quotes are out of step, none has one clear repair. */
  function complain(problem: TextProblem): void {
    if (!scanner.faulty) log.complain(scanner.outOfStep ? { ...problem, doubtful: true } : problem);
  }

  function advance(): void {
    if (log.exhausted || tooDeepAt !== -1) {
      scanner.kind = 'end';
      structureKnown = false;
      return;
    }
    const { kind, start, end } = scanner;
    if (!scanner.faulty && kind !== 'other' && kind !== 'word') log.tokenRead(true);
    previousEnd = end;
    previousKind = kind;
    previousSound = !scanner.faulty && !scanner.uncertain && !scanner.outOfStep && kind !== 'other';
    if (kind === 'word') previousSound &&= LITERALS.has(text.slice(start, end));
    scanner.next();
    if (scanner.faulty) log.tokenRead(false);
  }

  function readRoot(): TreeNode | undefined {
    if (scanner.kind === 'end') {
      if (log.isEmpty) log.note({ kind: 'empty', start: 0, end: 0 });
      return undefined;
    }
    const first = { start: scanner.start, end: scanner.end };
    if (!'{['.includes(scanner.kind) && !isLoneScalar()) {
      log.only({ kind: 'not-json', ...first });
      return undefined;
    }
    const node = readValue(0, undefined);
    readRest(scanner);
    return node;
  }

  function readRest({ kind, start, end }: Scanner): void {
    // Where a bracket was wrong before, what is left over follows from that.
    if (!structureKnown) return;
    if (kind === '}' || kind === ']') {
      structureKnown = false;
      complain({ kind: 'surplus-bracket', found: kind, start, end });
    } else if (kind !== 'end') {
      complain({ kind: 'second-value', start, end });
    }
  }

  /** A text, number or literal and nothing else: JSON, but no job. */
  function isLoneScalar(): boolean {
    if (scanner.kind === 'word' && !LITERALS.has(text.slice(scanner.start, scanner.end))) return false;
    if (scanner.kind !== 'word' && scanner.kind !== 'text' && scanner.kind !== 'number') return false;
    if (scanner.faulty) return false;
    const ahead = createScanner(text, scanner.end, () => undefined);
    ahead.next();
    return ahead.kind === 'end';
  }

  /** `holder` is the kind of bracket around the value. */
  function readValue(depth: number, holder: '{' | '[' | undefined): TreeNode {
    const { kind, start, end } = scanner;
    if (kind === '{' || kind === '[') {
      if (depth >= MAXIMUM_DEPTH) {
        tooDeepAt = start;
        advance();
        return { kind: 'unread', start, end };
      }
      return kind === '{' ? readObject(depth, holder) : readArray(depth, holder);
    }
    if (kind === 'text' || kind === 'number') {
      const value = scanner.read();
      const uncertain = scanner.uncertain || (kind === 'number' && typeof value === 'string');
      advance();
      return { kind: 'scalar', start, end, value, uncertain };
    }
    if (kind === 'word') return readWord(start, end);
    return { kind: 'unread', start, end: start };
  }

  function readWord(start: number, end: number): TreeNode {
    const word = text.slice(start, end);
    if (LITERALS.has(word)) {
      log.tokenRead(true);
      advance();
      return { kind: 'scalar', start, end, value: LITERALS.get(word) ?? null, uncertain: false };
    }
    const isPlain = isPlainWord(word);
    const doubtful = !scanner.standsAlone || !isPlain;
    complain({ kind: 'bare-word', word, place: 'value', start, end, doubtful });
    advance();
    const meant = meaningOfWord(word);
    if (meant === undefined) return { kind: 'unread', start, end };
    return { kind: 'scalar', start, end, value: meant, uncertain: !isPlain };
  }

  function readObject(depth: number, holder: '{' | '[' | undefined): ObjectNode {
    const node: ObjectNode = { kind: 'object', start: scanner.start, end: scanner.end, entries: [] };
    advance();
    let separated = true;
    while (scanner.kind !== 'end') {
      node.end = scanner.start;
      if (scanner.kind === '}') return close(node);
      if (scanner.kind === ']') {
        const missing = holder === '[';
        wrongBracket(node, missing);
        return missing ? node : close(node);
      } else if (isSeparator(scanner, text)) separated = readSeparator(node.entries.length, separated, '}');
      else {
        if (!separated) commaMissing(isKeyNext() && (scanner.startsLine || previousKind !== 'text'));
        separated = !readEntry(node, depth);
      }
    }
    return unclosed(node, '{');
  }

  /** Reads one key with its value; false when no key was there. */
  function readEntry(node: ObjectNode, depth: number): boolean {
    const { kind, start, end } = scanner;
    if (kind === '{' || kind === '[' || kind === 'other' || kind === ':') {
      complain(
        kind === ':'
          ? { kind: 'missing-key', start, end }
          : { kind: 'unexpected', found: text.slice(start, end), start, end },
      );
      if (kind === '{' || kind === '[') readValue(depth + 1, '{');
      else advance();
      return kind !== 'other';
    }
    const found = text.slice(start, end);
    const doubtful = !scanner.standsAlone || !isKeyNext();
    if (kind === 'word') complain({ kind: 'bare-word', word: found, place: 'key', start, end, doubtful });
    if (kind === 'number') complain({ kind: 'key-not-text', found, start, end, doubtful });
    const isGuess = scanner.uncertain || scanner.outOfStep;
    const key = { text: kind === 'text' ? String(scanner.read()) : found, isGuess, start, end };
    advance();
    const entry: EntryNode = { key, value: { kind: 'unread', start: end, end } };
    node.entries.push(entry);
    if (!readColon(key)) return true;
    entry.value = readValue(depth + 1, '{');
    if (entry.value.kind === 'unread' && tooDeepAt === -1) valueMissing(entry.value.start);
    return true;
  }

  /** True when a value may follow. */
  function readColon(key: { start: number; end: number }): boolean {
    const { kind, start, end } = scanner;
    if (kind === ':') {
      advance();
      // Several are one mistake.
      if (scanner.kind === ':') complain({ kind: 'extra-colon', start: scanner.start, end: scanner.end });
      while (scanner.kind === ':') advance();
      return true;
    }
    const found = text.slice(start, end);
    if (kind === 'other' && (found === '=' || found === '=>')) {
      complain({ kind: 'wrong-separator', found, wanted: ':', start, end });
      advance();
      return true;
    }
    const isKey = (kind === 'text' || kind === 'word') && isKeyNext();
    if (isKey || kind === ',' || kind === '}' || kind === ']' || kind === 'end') {
      complain({ kind: 'missing-value', start: key.start, end: key.end });
      return false;
    }
    complain({ kind: 'missing-colon', start, end });
    return true;
  }

  /** One is surely missing only behind what is what it seems to be, and where what follows is no part of it. */
  function commaMissing(followsSurely: boolean): void {
    const { start, end } = scanner;
    complain({ kind: 'missing-comma', after: previousEnd, start, end, doubtful: !(followsSurely && previousSound) });
  }

  /** A colon follows the token. */
  function isKeyNext(): boolean {
    const at = skipBlanks(text, scanner.end, text.length);
    return text[at] === ':' || text[at] === '=';
  }

  function valueMissing(at: number): void {
    if (scanner.kind === 'other') {
      const { start, end } = scanner;
      complain({ kind: 'unexpected', found: text.slice(start, end), start, end });
      advance();
      return;
    }
    if (scanner.start !== at && scanner.kind !== 'end') return;
    const colon = text.lastIndexOf(':', at - 1);
    complain({ kind: 'missing-value', start: Math.max(colon, 0), end: Math.max(colon, 0) + 1 });
  }

  function readArray(depth: number, holder: '{' | '[' | undefined): ArrayNode {
    const node: ArrayNode = { kind: 'array', start: scanner.start, end: scanner.end, items: [] };
    advance();
    let separated = true;
    while (scanner.kind !== 'end') {
      node.end = scanner.start;
      if (scanner.kind === ']') return close(node);
      if (scanner.kind === '}') {
        const missing = holder === '{' && !goesOnAtRoot(depth);
        wrongBracket(node, missing);
        return missing ? node : close(node);
      } else if (isSeparator(scanner, text)) separated = readSeparator(node.items.length, separated, ']');
      else if (scanner.kind === ':' && !separated) {
        const { start, end } = scanner;
        complain({ kind: 'wrong-separator', found: ':', wanted: ',', start, end, doubtful: true });
        separated = true;
        advance();
      } else if (scanner.kind === 'other' || scanner.kind === ':') {
        complain({
          kind: 'unexpected',
          found: text.slice(scanner.start, scanner.end),
          start: scanner.start,
          end: scanner.end,
        });
        advance();
      } else {
        if (!separated)
          commaMissing(scanner.startsLine || ('}]'.includes(previousKind) && '{['.includes(scanner.kind)));
        node.items.push(readValue(depth + 1, '['));
        separated = false;
      }
    }
    return unclosed(node, '[');
  }

  /** Reads a comma, or what stands for one; the answer is the new `separated`. */
  function readSeparator(count: number, separated: boolean, closing: '}' | ']'): boolean {
    const { kind, start, end } = scanner;
    if (kind !== ',') {
      const doubtful = !previousSound || !SURELY_SEPARATED.test(text.slice(end, end + 20));
      complain({ kind: 'wrong-separator', found: text.slice(start, end), wanted: ',', start, end, doubtful });
    }
    const needless = separated;
    advance();
    const last = scanner.kind === closing;
    if (last && count > 0) complain({ kind: 'trailing-comma', start, end });
    else if (needless) complain({ kind: 'extra-comma', start, end });
    return true;
  }

  function close<T extends ObjectNode | ArrayNode>(node: T): T {
    node.end = scanner.end;
    advance();
    return node;
  }

  function wrongBracket({ kind, start: opened }: ObjectNode | ArrayNode, missing: boolean): void {
    structureKnown = false;
    const open = kind === 'object' ? '{' : '[';
    const after = missing ? previousEnd : undefined;
    complain({
      kind: 'wrong-bracket',
      found: scanner.kind,
      open,
      opened,
      after,
      start: scanner.start,
      end: scanner.end,
    });
  }

  /** A wrong bracket that would end the job, with more of it to come, was meant for the list. */
  function goesOnAtRoot(depth: number): boolean {
    const ahead = createScanner(text, scanner.end, () => undefined);
    ahead.next();
    return depth === 1 && ahead.kind !== 'end';
  }

  function unclosed<T extends ObjectNode | ArrayNode>(node: T, bracket: '{' | '['): T {
    node.end = Math.max(node.end, scanner.start);
    if (structureKnown && tooDeepAt === -1)
      complain({ kind: 'unclosed', bracket, start: node.start, end: node.start + 1 });
    structureKnown = false;
    return node;
  }
}

/** After these nobody knows what stands between which brackets. */
const UNSETTLING: ReadonlySet<TextProblem['kind']> = new Set([
  'text-without-start',
  'unterminated-text',
  'quotes-inside',
  'unterminated-comment',
]);

/** The line's end, a quote or a bracket behind what stands for a comma. */
const SURELY_SEPARATED = /^[ \t\u00a0]*(?:[\r\n"{[}\]]|$)/;
