import { type Node, parseTree } from 'jsonc-parser';
import { type Layout, layoutOf, written } from './layout.ts';
import { choiceOf, linesOfChoices, type MarkerNames, onOwnLines } from './markers.ts';
import type { Chosen, MergedItem, MergedList, MergedObject, MergedValue } from './merged.ts';

export interface MergedText {
  text: string;
  /** Each place that is left for choice, with the number of its first line, from one. */
  choices: ReadonlyMap<Chosen | MergedItem, number>;
}

/** Both sides, with markers between them, or one of them alone. */
type Side = 'both' | 'ours' | 'theirs';

/**
 * The file's text with a merge in it. What the merge does not touch keeps its bytes. `text` is JSON, not nested deeper
 * than `readJson` reads.
 */
export function mergeText(text: string, merged: MergedObject, names: MarkerNames): MergedText {
  const root = parseTree(text);
  if (root === undefined) return { text, choices: new Map() };
  const layout = layoutOf(text);
  const places: (Chosen | MergedItem)[] = [];
  const whole = text.slice(0, root.offset) + render(root, merged, 'both') + text.slice(endOf(root));
  const result = places.length === 0 ? whole : onOwnLines(whole, layout.lineEnd);
  const lines = linesOfChoices(result);
  return { text: result, choices: new Map(places.map((place, index) => [place, lines[index] ?? 1])) };

  function render(node: Node, value: MergedValue, side: Side): string {
    switch (value.kind) {
      case 'keep':
        return sliceOf(node);
      case 'take':
        return written(value.value, layout.indentAt(node.offset), layout);
      case 'choose':
        return render(node, side === 'theirs' ? value.theirs : value.ours, side);
      case 'object':
        return renderObject(node, value, side);
      case 'list':
        return renderList(node, value, side);
    }
  }

  function renderObject(node: Node, { entries, added }: MergedObject, side: Side): string {
    const properties = node.children ?? [];
    let result = '{';
    let from = node.offset + 1;
    for (const [index, property] of properties.entries()) {
      const [key, value] = property.children ?? [];
      const name = String(key?.value ?? '');
      // Of two equal keys the last one counts.
      const counts = !properties.slice(index + 1).some(({ children }) => children?.[0]?.value === key?.value);
      const merged = counts ? entries.get(name) : undefined;
      const gap = text.slice(from, property.offset);
      from = endOf(property);
      if (merged === undefined || key === undefined || value === undefined) {
        result += gap + sliceOf(property);
        continue;
      }
      const extra = added.filter(({ after }) => after === name && counts);
      const head = text.slice(property.offset, value.offset);
      if (side === 'both' && merged.kind === 'choose') {
        places.push(merged);
        const comma = index < properties.length - 1 ? ',' : '';
        const line = (one: 'ours' | 'theirs') => `${ownIndent(property)}${head}${render(value, merged, one)}${comma}`;
        result += gap + choiceOf(line('ours'), line('theirs'), names, layout.lineEnd);
        if (comma !== '') from = text.indexOf(',', from) + 1;
        continue;
      }
      result += gap + head + render(value, merged, side);
      for (const one of extra)
        result += `,${gap.replace(/^[^,]*,/, '')}"${one.key}": ${render(value, one.taken, side)}`;
    }
    return result + text.slice(from, endOf(node));
  }

  function renderList(node: Node, { items }: MergedList, side: Side): string {
    const present = node.children ?? [];
    const shown = items.filter(({ on }) => side === 'both' || on === 'both' || on === side);
    if (shown.length === 0) return '[]';
    const { lead, indent, gap, tail } = listLayout(node, layout, text);
    const lastFirm = shown.findLastIndex(({ on }) => on === 'both');
    let result = '[';
    let needsComma = false;
    for (const [index, item] of shown.entries()) {
      const blanks = index === 0 ? lead : (needsComma && ownGap(shown[index - 1], item, present)) || gap;
      if (side !== 'both' || item.on === 'both') {
        result += `${needsComma && !blanks.includes(',') ? ',' : ''}${blanks}${itemText(item, present, side, indent)}`;
        needsComma = true;
        continue;
      }
      places.push(item);
      const one = itemText(item, present, item.on, indent);
      if (index > lastFirm) {
        // Behind the last item that stays, the comma comes with the item that may go.
        result += choiceBetween(item.on, `${indent}, ${one}`);
        continue;
      }
      result += `${needsComma ? ',' : ''}${choiceBetween(item.on, `${indent}${one},`)}`;
      needsComma = false;
    }
    return `${result}${tail}]`;
  }

  /** A choice between a text and nothing. */
  function choiceBetween(on: 'ours' | 'theirs', line: string): string {
    const [ours, theirs] = on === 'ours' ? [line, undefined] : [undefined, line];
    return choiceOf(ours, theirs, names, layout.lineEnd);
  }

  /** What stands between two items that stood there already; undefined for others. */
  function ownGap(before: MergedItem | undefined, item: MergedItem, present: readonly Node[]): string | undefined {
    if (before?.from !== 'file' || item.from !== 'file' || item.index !== before.index + 1) return undefined;
    const [one, other] = [present[before.index], present[item.index]];
    return one === undefined || other === undefined ? undefined : text.slice(endOf(one), other.offset);
  }

  function itemText(item: MergedItem, present: readonly Node[], side: Side, indent: string): string {
    if (item.from === 'server') return written(item.value, indent, layout);
    const node = present[item.index];
    return node === undefined ? 'null' : render(node, item.value, side);
  }

  /** The indent of what begins a line; nothing for what stands behind something else. */
  function ownIndent(node: Node): string {
    const indent = layout.indentAt(node.offset);
    return /(?:^|[\r\n])[\t ]*$/.test(text.slice(0, node.offset)) ? indent : '';
  }

  function sliceOf(node: Node): string {
    return text.slice(node.offset, endOf(node));
  }
}

/** The blanks before the first item, between two, and behind the last one, without commas; the indent of an item. */
function listLayout(node: Node, layout: Layout, text: string) {
  const [first, second] = node.children ?? [];
  const last = node.children?.at(-1);
  const outer = layout.indentAt(node.offset);
  if (first === undefined || last === undefined) {
    const indent = outer + layout.unit;
    const inner = layout.spread ? layout.lineEnd + indent : '';
    return { lead: inner, indent: layout.spread ? indent : '', gap: inner, tail: inner && layout.lineEnd + outer };
  }
  const lead = text.slice(node.offset + 1, first.offset);
  const isSpread = /[\r\n]/.test(lead);
  const between = second === undefined ? undefined : text.slice(endOf(first), second.offset).replace(/^[^,]*,/, '');
  return {
    lead,
    indent: isSpread ? lead.replace(/^.*[\r\n]/s, '') : outer,
    gap: between ?? (isSpread ? lead : layout.spread ? ' ' : ''),
    tail: text.slice(endOf(last), endOf(node) - 1),
  };
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}
