const SEPARATOR = '\r\n\r\n';

/** A message as the protocol frames it on a stream. */
export function framed(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}${SEPARATOR}`), body]);
}

/** Takes the pieces of a stream as they come, and gives each whole message to `take`. */
export function messageReader(take: (message: unknown) => void): (piece: Buffer) => void {
  let pieces: Buffer[] = [];
  let held = 0;
  /** Bytes to wait for before anything can be read. */
  let needed = 0;

  return (piece) => {
    pieces.push(piece);
    held += piece.length;
    while (held > 0 && held >= needed) {
      const bytes = Buffer.concat(pieces);
      const headerEnd = bytes.indexOf(SEPARATOR);
      const from = headerEnd + SEPARATOR.length;
      const length = headerEnd === -1 ? 0 : contentLength(bytes.toString('latin1', 0, headerEnd));
      const whole = headerEnd !== -1 && bytes.length >= from + length;
      pieces = [whole ? bytes.subarray(from + length) : bytes];
      held = pieces[0]?.length ?? 0;
      needed = whole ? 0 : Math.max(held + 1, headerEnd === -1 ? 0 : from + length);
      if (whole) take(JSON.parse(bytes.toString('utf8', from, from + length)));
    }
  };
}

function contentLength(header: string): number {
  const length = /^content-length: *(\d+)/im.exec(header)?.[1];
  if (length === undefined) throw new Error(`A message without its length: ${header}`);
  return Number(length);
}
