/** Something in a text that looks like a secret: what it is, and in which line, from 1. Never the secret itself. */
export interface Suspicion {
  what: 'a password' | 'a private key' | 'an access key' | 'a token';
  line: number;
}

/**
 * What looks like a secret in a script or an address. Few false alarms go before completeness: a pattern either has a form
 * that nothing else has (a private key, the keys of well-known services), or is a literal value that is given to a name
 * which ends in "password", "token" and the like, or to a command's option for it. Left alone are variables, placeholders,
 * paths, words that are all letters, and anything of less than six characters.
 */
export function secretsIn(text: string): Suspicion[] {
  const found: Suspicion[] = [];
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const what = secretIn(line.slice(0, LONGEST_LINE));
    if (what !== undefined) found.push({ what, line: index + 1 });
  });
  return found;
}

/** What is further right in a line is packed data, not something that a person wrote. */
const LONGEST_LINE = 2_000;

function secretIn(line: string): Suspicion['what'] | undefined {
  const form = FORMS.find(({ pattern }) => pattern.test(line));
  if (form !== undefined) return form.what;
  if (!TELLING.test(line)) return undefined;
  return GIVEN.find(({ pattern }) => {
    for (const { groups = {} } of line.matchAll(pattern)) {
      const { double, single, bare } = groups;
      const quoted = double ?? single;
      if (quoted !== undefined ? isLiteral(quoted) : bare !== undefined && isLiteral(bare) && !CODE.test(bare))
        return true;
    }
    return false;
  })?.what;
}

/** Texts that are secrets by their form alone. */
const FORMS: { what: Suspicion['what']; pattern: RegExp }[] = [
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z0-9]{1,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----/ },
  { what: 'an access key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  { what: 'an access key', pattern: /\bAIza[A-Za-z0-9_-]{35}/ },
  { what: 'an access key', pattern: /\bAccountKey=[A-Za-z0-9+/]{40}/ },
  { what: 'an access key', pattern: /\bsk_live_[A-Za-z0-9]{16}/ },
  { what: 'a token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{22}|glpat-[\w-]{20})/ },
  { what: 'a token', pattern: /\bxox[abprs]-[A-Za-z0-9-]{10}/ },
  { what: 'a token', pattern: /(?<![\w-])eyJ[\w-]{10,1000}\.eyJ[\w-]{10}/ },
  { what: 'a token', pattern: /\bAuthorization["']?\s?[:=]\s?["']?(?:Bearer|Basic) [A-Za-z0-9+/=._-]{16}/i },
  {
    what: 'a token',
    pattern: /[?&](?:sig|X-Amz-Signature|access_token|api_?key|token|secret|password)=[\w%+/=.~-]{16}/i,
  },
  { what: 'a password', pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@$%{}<>"']{1,60}:[^\s/:@$%{}<>"']{3,60}@[^\s@]/i },
];

/** Without one of these a line gives nothing to anything that a secret belongs to. */
const TELLING = /pass|pwd|token|secret|key|SecureString|net1?(?:\.exe)?\s+user|curl/i;

const VALUE = String.raw`(?:"(?<double>[^"]{6,200})"|'(?<single>[^']{6,200})'|(?<bare>[^\s"'|;&()<>,]{6,200}))`;
/** A closing quote goes with a colon only: `"$token" = "…"` compares. */
const GIVES = String.raw`(?:["']?:\s|\s?=\s?)${VALUE}`;

/** A value given to something that a secret belongs to. */
const GIVEN = [
  given('a password', `(?:password|passwd|passphrase|pwd)${GIVES}`),
  // An assembly's name in .NET ends in its PublicKeyToken, which is public.
  given('a token', `(?:(?<!PublicKey)token|secret)${GIVES}`),
  given('an access key', `(?:api|access|secret|account)[_-]?key${GIVES}`),
  given('a password', String.raw`\s--?(?:password|passphrase|pass)[ =]${VALUE}`),
  given('a token', String.raw`\s--?(?:token|secret|api-?key|access-?key)[ =]${VALUE}`),
  given('a password', String.raw`-Name\s+["']?\w{0,40}password["']?\s+-Value\s+${VALUE}`),
  given('a password', String.raw`/v\s+"?\w{0,40}password"?\s[^|&;]{0,60}/d\s+${VALUE}`),
  given('a password', String.raw`\bConvertTo-SecureString\s+(?:-String\s+)?${VALUE}`),
  given('a password', String.raw`\bnet1?(?:\.exe)?\s+user\s+(?:"[^"]{1,60}"|[^\s"/]{1,60})\s+${VALUE}`),
  given('a password', String.raw`\bsshpass\s+-p\s?${VALUE}`),
  given('a password', String.raw`\bcurl\b[^|;]{0,300}\s(?:-u|--user)\s+["']?[^\s:"'$]{1,60}:${VALUE}`),
];

function given(what: Suspicion['what'], pattern: string): { what: Suspicion['what']; pattern: RegExp } {
  return { what, pattern: new RegExp(pattern, 'gi') };
}

/** A value that stands for itself: no variable, no path, no address, no placeholder, and not just a word. */
function isLiteral(value: string): boolean {
  if (/\s|^[$%<{(@*./\\~-]|\$[\w{(]|%\w+%|\{\{|:\/\/|^[A-Za-z]:|\\/.test(value)) return false;
  if (/^(.)\1*$/.test(value) || /your|example|placeholder|change.?me|redacted|dummy|xxxx/i.test(value)) return false;
  return /[A-Za-z]/.test(value) && /[\d!@#$^&*+=?~]/.test(value);
}

/** Without quotes much is code: a call, an index, a variable. */
const CODE = /[[\]{}`$]|\.\w+\(/;
