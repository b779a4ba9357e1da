/** An element of an XML document. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const NAME = /[A-Za-z_][\w.-]*/y;
const ALLOWED = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Reads XML 1.0 without a document type as strictly as the standard: what is not well-formed throws. */
export function readXml(xml: string): Element {
  if (!ALLOWED.test(xml)) throw new Error('a character that XML cannot hold');
  let at = 0;

  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  expectText(declaration);
  blanks();
  const root = element();
  blanks();
  if (at !== xml.length) throw new Error(`something follows the root at ${at}`);
  return root;

  function expectText(text: string): void {
    if (!xml.startsWith(text, at)) throw new Error(`${text} is missing at ${at}: ${xml.slice(at, at + 40)}`);
    at += text.length;
  }

  function blanks(): boolean {
    const start = at;
    while (/\s/.test(xml.charAt(at))) at++;
    return at > start;
  }

  function name(): string {
    NAME.lastIndex = at;
    const [found] = NAME.exec(xml) ?? [];
    if (found === undefined) throw new Error(`a name is missing at ${at}`);
    at += found.length;
    return found;
  }

  function element(): Element {
    expectText('<');
    const found: Element = { name: name(), attributes: {}, children: [], text: '' };
    while (blanks() && !xml.startsWith('/>', at) && !xml.startsWith('>', at)) {
      const attribute = name();
      expectText('="');
      const end = xml.indexOf('"', at);
      if (attribute in found.attributes) throw new Error(`${attribute} twice`);
      found.attributes[attribute] = unescaped(xml.slice(at, end).replace(/[\t\n\r]/g, ' '));
      at = end + 1;
    }
    if (xml.startsWith('/>', at)) {
      at += 2;
      return found;
    }
    expectText('>');
    for (;;) {
      const next = xml.indexOf('<', at);
      if (next === -1) throw new Error(`${found.name} is never closed`);
      found.text += unescaped(xml.slice(at, next));
      at = next;
      if (xml.startsWith('</', at)) break;
      found.children.push(element());
    }
    expectText(`</${found.name}>`);
    return found;
  }
}

function unescaped(raw: string): string {
  if (/[<]|&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(raw)) throw new Error(`not escaped: ${raw}`);
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return raw.replace(/&(#x?)?(\w+);/g, (_, number: string | undefined, word: string) =>
    number === undefined ? (named[word] ?? '') : String.fromCodePoint(Number.parseInt(word, number === '#x' ? 16 : 10)),
  );
}
