import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isPacked, isScriptLike } from '../../schemas/script-like.ts';

const base64 = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding).toString('base64');
const TEXT = '$password="Sup3rS3cret!"\nRestart-Computer -Force\n';

describe('looks like a script', () => {
  test.each([
    ['base64 under a misspelt key', base64(TEXT), 'scirpt'],
    ['base64 under an unknown key', base64(TEXT), 'payload'],
    ['base64 under a key of the actions that has a list of values', base64(TEXT), 'scriptType'],
    ['base64 of UTF-16', base64(TEXT, 'utf16le'), 'payload'],
    ['base64 in lines', base64(TEXT.repeat(3)).replaceAll(/(.{76})/g, '$1\r\n'), 'payload'],
    ['base64 that was cut off', base64(TEXT).slice(0, 50), 'payload'],
    ['packed bytes', randomBytes(96).fill('zip').toString('base64'), 'payload'],
    ['lines under an unknown key', 'net user admin hunter2\nexit 0', 'payload'],
    ['one line under a misspelt key', 'net user admin hunter2', 'Script'],
    ['one line under another misspelt key', 'net user admin hunter2', 'detectionScirpt'],
  ])('%s', (_, text, key) => {
    expect(isScriptLike(text, key)).toBe(true);
  });
});

describe('stays readable', () => {
  const uuids = Array.from({ length: 4 }, () => randomUUID());
  test.each([
    ['a list of ids in one text', uuids.join(','), 'ids'],
    ['ids without dashes', uuids.join('').replaceAll('-', ''), 'ids'],
    ['a checksum', 'A3'.repeat(32), 'hash'],
    ['a longer checksum', 'a3'.repeat(64), 'hash'],
    ['an address', 'https://example.com/Deploy/Version2/SomeVeryLongNameOfAnInstaller/Agent.msi', 'link'],
    ['a path', '/opt/Qualys/Agent/Version2/Manifests/PatchManagement/Install', 'path'],
    ['a query', 'operatingSystem.category1:`Windows` and not tags.name:`Production Servers 24`', 'query'],
    ['a sentence', 'Install Microsoft365ProPlus on all the 120 machines of the Berlin office', 'remark'],
    ['words without blanks', 'MonthlyPatchingOfAllTheDomainControllersInTheBerlinOffice', 'remark'],
    ['the short', 'ZWNobyAx', 'payload'],
    ['lines under a known key', 'Please save your work.\nYour machine restarts soon.', 'description'],
    ['a long name', 'MonthlyPatchingOfAllDomainControllersInTheBerlinOffice2026', 'name'],
    ['descriptions', 'An ordinary text', 'descriptions'],
    ['the path of an answer', `${uuids[0]}/${uuids[1]}/Script`, 'scirpt'],
  ])('%s', (_, text, key) => {
    expect(isScriptLike(text, key)).toBe(false);
  });

  test('by itself too, where no key is known', () => {
    for (const text of [uuids.join(' '), 'a3'.repeat(32), 'On-demand']) expect(isPacked(text)).toBe(false);
  });
});
