import type { Replacement } from './edit.ts';

/**
 * A text that is changed in several rounds and remembers what became of its first form, so that the changes of all rounds are
 * one set of edits and what nobody touched is in none of them.
 */
export interface PatchedText {
  readonly text: string;
  /** Carries out replacements of the present text, which must not overlap. */
  replace(replacements: readonly Replacement[]): PatchedText;
  /** What turns the first text into the present one: in order, disjoint, never touching. */
  replacements(): Replacement[];
}

export function patchedText(text: string): PatchedText {
  return patched(text, [{ start: 0, end: text.length }]);
}

/** A stretch of the first text, or a text put in. */
type Piece = { start: number; end: number } | { put: string };

function patched(first: string, pieces: readonly Piece[]): PatchedText {
  const text = pieces.map((piece) => ('put' in piece ? piece.put : first.slice(piece.start, piece.end))).join('');
  return {
    text,
    replace: (replacements) => patched(first, replaced(pieces, replacements)),
    replacements: () => differences(pieces, first),
  };
}

function replaced(pieces: readonly Piece[], replacements: readonly Replacement[]): Piece[] {
  const ordered = [...replacements].sort((one, other) => one.start - other.start || one.end - other.end);
  const result: Piece[] = [];
  const rest = pieceReader(pieces);
  for (const { start, end, newText } of ordered) {
    result.push(...rest.upTo(start));
    rest.upTo(end);
    if (newText !== '') result.push({ put: newText });
  }
  result.push(...rest.upTo(Number.POSITIVE_INFINITY));
  return result;
}

/** Takes pieces one after the other, by offsets of the text that they make. */
function pieceReader(pieces: readonly Piece[]): { upTo(offset: number): Piece[] } {
  let index = 0;
  let inside = 0;
  let at = 0;
  return {
    upTo(offset) {
      const taken: Piece[] = [];
      for (let piece = pieces[index]; piece !== undefined && at < offset; piece = pieces[index]) {
        const length = lengthOf(piece);
        const upTo = Math.min(length, inside + offset - at);
        if (upTo > inside) taken.push(part(piece, inside, upTo));
        at += upTo - inside;
        inside = upTo === length ? 0 : upTo;
        if (upTo === length) index++;
      }
      return taken;
    },
  };
}

function lengthOf(piece: Piece): number {
  return 'put' in piece ? piece.put.length : piece.end - piece.start;
}

function part(piece: Piece, from: number, to: number): Piece {
  if ('put' in piece) return { put: piece.put.slice(from, to) };
  return { start: piece.start + from, end: piece.start + to };
}

function differences(pieces: readonly Piece[], first: string): Replacement[] {
  const found: Replacement[] = [];
  let at = 0;
  let put = '';
  const close = (end: number): void => {
    if (put !== first.slice(at, end)) found.push({ start: at, end, newText: put });
    put = '';
  };
  for (const piece of pieces) {
    if ('put' in piece) put += piece.put;
    else if (piece.end > piece.start) {
      if (put !== '' || piece.start > at) close(piece.start);
      at = piece.end;
    }
  }
  close(first.length);
  return found;
}
