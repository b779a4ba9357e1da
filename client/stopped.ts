/** A command ends because something is missing that only the person can give. The message says what. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
