import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate authority of one test, which no machine trusts unless it is told to. */
export interface Authority {
  /** Its own certificate, as PEM. */
  certificate: string;
  /** A server's key and certificate for that name. */
  issue(host: string): { key: string; cert: string };
}

/** Node can read certificates but make none, so the few lines of DER that one needs are written here. */
export function newAuthority(name: string): Authority {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = signed({ issuer: name, subject: name, publicKey: own.publicKey, extensions: [isAuthority] }, own);
  return {
    certificate,
    issue(host) {
      const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const extensions = [alternativeName(host)];
      const cert = signed({ issuer: name, subject: host, publicKey: server.publicKey, extensions }, own);
      return { key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert };
    },
  };
}

interface Claims {
  issuer: string;
  subject: string;
  publicKey: KeyObject;
  extensions: Buffer[];
}

/** RFC 5280, 4.1: what is claimed, how it is signed, the signature. */
function signed({ issuer, subject, publicKey, extensions }: Claims, by: { privateKey: KeyObject }): string {
  const claims = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    commonName(issuer),
    sequence(time(Date.now() - DAY), time(Date.now() + DAY)),
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', claims, by.privateKey);
  const certificate = sequence(claims, ECDSA_WITH_SHA256, tagged(0x03, Buffer.from([0]), signature));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

const DAY = 24 * 60 * 60_000;

function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]): Buffer => tagged(0x30, ...parts);
const integer = (bytes: Buffer): Buffer => tagged(0x02, bytes);
const objectId = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));
const octets = (...parts: Buffer[]): Buffer => tagged(0x04, ...parts);

/** 1.2.840.10045.4.3.2 */
const ECDSA_WITH_SHA256 = sequence(objectId('2a8648ce3d040302'));

/** 2.5.4.3 */
function commonName(name: string): Buffer {
  return sequence(tagged(0x31, sequence(objectId('550403'), tagged(0x0c, Buffer.from(name)))));
}

function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  return tagged(0x18, Buffer.from(`${digits}Z`));
}

/** 2.5.29.19, basic constraints, critical: it may sign others. */
const isAuthority = sequence(
  objectId('551d13'),
  tagged(0x01, Buffer.from([255])),
  octets(sequence(tagged(0x01, Buffer.from([255])))),
);

/** 2.5.29.17: the host that the certificate is for. */
function alternativeName(host: string): Buffer {
  return sequence(objectId('551d11'), octets(sequence(tagged(0x82, Buffer.from(host)))));
}
