const PATIENCE = 30_000;

/** Waits for something that the editor does in its own time; fails with what was there last. */
export async function until<Value>(
  what: string,
  look: () => Value | Promise<Value>,
  isThere: (value: Value) => boolean = Boolean,
): Promise<Value> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await look();
    if (isThere(value)) return value;
    if (Date.now() > end) throw new Error(`No ${what}; last there was: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
