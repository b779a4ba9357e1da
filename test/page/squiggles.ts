/** A squiggle as it is seen: its severity, the number of its line, and the characters above it. */
export interface Squiggle {
  severity: 'error' | 'warning' | 'information' | 'hint';
  line: number;
  text: string;
}

/** What of the browser's document is used here; the rest of the project never sees one. */
interface Rectangle {
  top: number;
  left: number;
  right: number;
  width: number;
}
interface TextNode {
  data: string;
}
interface ScreenElement {
  className: string;
  textContent: string;
  getBoundingClientRect(): Rectangle;
  querySelectorAll(selector: string): Iterable<ScreenElement>;
  ownerDocument: {
    createTreeWalker(root: ScreenElement, show: number): { nextNode(): TextNode | null };
    createRange(): {
      setStart(node: TextNode, offset: number): void;
      setEnd(node: TextNode, offset: number): void;
      getBoundingClientRect(): Rectangle;
    };
  };
}

/**
 * Reads the squiggles of an editor off the screen, from top to bottom: those in view alone. Runs inside the page, so that it
 * can use nothing from outside itself.
 */
export function readSquiggles(editor: ScreenElement): Squiggle[] {
  const severities = { error: 'error', warning: 'warning', info: 'information', hint: 'hint' } as const;
  const sameLine = (one: Rectangle, other: Rectangle) => Math.abs(one.top - other.top) < 4;

  function charactersAbove(squiggle: Rectangle): string {
    let text = '';
    for (const line of editor.querySelectorAll('.lines-content > .view-lines > .view-line')) {
      if (!sameLine(line.getBoundingClientRect(), squiggle)) continue;
      const texts = editor.ownerDocument.createTreeWalker(line, 4);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (let offset = 0; offset < node.data.length; offset++) {
          const range = editor.ownerDocument.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          const character = range.getBoundingClientRect();
          const middle = character.left + character.width / 2;
          if (middle > squiggle.left && middle < squiggle.right) text += node.data.charAt(offset);
        }
      }
    }
    // The editor draws spaces that do not break.
    return text.replaceAll('\u00a0', ' ');
  }

  function lineNumber(squiggle: Rectangle): number {
    for (const number of editor.querySelectorAll('.margin-view-overlays .line-numbers')) {
      if (sameLine(number.getBoundingClientRect(), squiggle)) return Number(number.textContent);
    }
    return 0;
  }

  const found: (Squiggle & Rectangle)[] = [];
  for (const [name, severity] of Object.entries(severities)) {
    for (const element of editor.querySelectorAll(`.lines-content > .view-overlays .squiggly-${name}`)) {
      const { top, left, right, width } = element.getBoundingClientRect();
      const place = { top, left, right, width };
      found.push({ severity, line: lineNumber(place), text: charactersAbove(place), ...place });
    }
  }
  found.sort((one, other) => one.top - other.top || one.left - other.left);
  return found.map(({ severity, line, text }) => ({ severity, line, text }));
}
