import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What is accepted unless the control door says otherwise: a token without signing in, and a password. */
const USUAL = { token: 'sandbox', password: 'sandbox' };
const LIFE_SECONDS = 4 * 60 * 60;

/** Issues and recognises the tokens of one sandbox, and its password. A token of another sandbox, or of one before it, is unknown. */
export class Tokens {
  readonly #secret = randomBytes(32);
  readonly #expired = new Set<string>();
  #accepted = USUAL;
  readonly #customerId: string;
  readonly #now: () => Date;

  constructor(customerId: string, now: () => Date) {
    this.#customerId = customerId;
    this.#now = now;
  }

  /** A JWT that is valid for 4 hours and names the customer. */
  issue(user: string): string {
    const issued = Math.floor(this.#now().getTime() / 1000);
    const claims = {
      sub: user,
      iss: 'pmjob sandbox',
      iat: issued,
      exp: issued + LIFE_SECONDS,
      customerId: this.#customerId,
    };
    const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ...claims, jti: randomBytes(8).toString('hex') })}`;
    return `${signed}.${this.#signature(signed)}`;
  }

  accepts(token: string): boolean {
    if (this.#expired.has(token)) return false;
    return token === this.#accepted.token || (this.#isOurs(token) && expiry(token) > this.#now().getTime() / 1000);
  }

  isPassword(text: string | null): boolean {
    return text === this.#accepted.password;
  }

  /** Another token and another password are accepted instead. */
  acceptOnly(secrets: { token: string; password: string }): void {
    this.#accepted = secrets;
  }

  /** Lets a token count as expired before its time. */
  expire(token: string): void {
    this.#expired.add(token);
  }

  /** Takes back what `expire` said. */
  reviveAll(): void {
    this.#expired.clear();
  }

  #isOurs(token: string): boolean {
    const end = token.lastIndexOf('.');
    const given = Buffer.from(token.slice(end + 1));
    const right = Buffer.from(this.#signature(token.slice(0, Math.max(0, end))));
    return given.length === right.length && timingSafeEqual(given, right);
  }

  #signature(signed: string): string {
    return createHmac('sha256', this.#secret).update(signed).digest('base64url');
  }
}

/** The token of an `Authorization` header, with `Bearer` as in the create sample or bare as in the update sample. */
export function tokenIn(header: string | undefined): string {
  return (header ?? '').replace(/^Bearer +/i, '').trim();
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** The expiry of a token that this sandbox signed, so its claims are known to be JSON. */
function expiry(token: string): number {
  return Number(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).exp);
}
