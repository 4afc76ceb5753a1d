/**
 * Archives that are too much, lie, or lead elsewhere. (APPNOTE 4.3 and 4.4; D. Fifield, "A better zip bomb", 2019.)
 */
import { type MadeEntry, madeZip } from '../../intake/made-zip.fixture';
import { type Attack, type Expected, graded, ungradable } from '../attack.fixture';
import { POD, POD_ONLY } from './honest.fixture';

const attack = (name: string, entries: readonly MadeEntry[], expected: Expected): Attack => ({
  name,
  handedIn: { archive: () => madeZip(entries) },
  expected,
});
const file = (name: MadeEntry['name'], content: string | Uint8Array = POD): MadeEntry => ({
  name,
  content,
});
const zeros = (mebibytes: number) => new Uint8Array(mebibytes * 1024 * 1024);
const raw = (name: string, archive: () => Uint8Array, message: RegExp): Attack => ({
  name,
  handedIn: { archive },
  expected: ungradable(message),
});

const OUT_OF_IT = /a path that leads out of the submission/;

export const ARCHIVES: readonly Attack[] = [
  attack('zip-bomb', [file('pods.yaml', zeros(200))], ungradable(/more than 1048576 bytes/)),
  attack(
    'zip-bomb-that-lies',
    [{ ...file('pods.yaml', zeros(50)), claimedSize: 100 }],
    ungradable(/the archive is damaged: too many bytes/),
  ),
  attack(
    'zip-bomb-of-many',
    Array.from({ length: 90 }, (_, at) => file(`${at}.yaml`, zeros(1))),
    ungradable(/more than 1048576 bytes/),
  ),
  attack(
    'zip-in-zip',
    [
      file('pods.yaml'),
      file('more.zip', madeZip([file('inner.zip', madeZip([file('a.yaml', zeros(9))]))])),
    ],
    graded(POD_ONLY, /more\.zip: not looked at/),
  ),
  attack('zip-upwards', [file('../../../evil.yaml')], ungradable(OUT_OF_IT)),
  attack('zip-upwards-inside', [file('a/../../evil.yaml')], ungradable(OUT_OF_IT)),
  attack('zip-absolute', [file('/etc/cron.d/evil.yaml')], ungradable(OUT_OF_IT)),
  attack('zip-drive', [file('C:/Windows/evil.yaml')], ungradable(OUT_OF_IT)),
  attack('zip-drive-relative', [file('C:evil.yaml')], ungradable(OUT_OF_IT)),
  attack('zip-backslashes', [file('..\\..\\evil.yaml')], ungradable(OUT_OF_IT)),
  attack('zip-network-share', [file('\\\\server\\share\\evil.yaml')], ungradable(OUT_OF_IT)),
  attack(
    'zip-link',
    [{ ...file('pods.yaml', '/etc/passwd'), mode: 0o120777 }],
    graded(0, /pods\.yaml: a symbolic link, left out/),
  ),
  attack(
    'zip-link-then-through-it',
    [{ ...file('way', '/tmp'), mode: 0o120777 }, file('way/pods.yaml')],
    graded(POD_ONLY, /way: a symbolic link, left out/),
  ),
  attack('zip-locked', [{ ...file('pods.yaml'), flags: 1 }], ungradable(/locked with a password/)),
  attack('zip-control-characters', [file('a\u001b[2Jb.yaml')], ungradable(/control characters/)),
  attack('zip-nul', [file('pods.yaml\0.txt')], ungradable(/control characters/)),
  attack('zip-long-name', [file(`${'a'.repeat(5000)}.yaml`)], ungradable(/a name too long/)),
  attack('zip-deep', [file(`${'a/'.repeat(500)}pods.yaml`)], ungradable(/too deep/)),
  attack(
    'zip-twice-the-same',
    [file('pods.yaml', 'kind: Pod'), file('pods.yaml')],
    ungradable(/pods\.yaml: is in it twice/),
  ),
  attack(
    'zip-file-and-folder',
    [file('say/a.yaml'), file('say/a.yaml/b.feature', 'Feature: b')],
    ungradable(/say\/a\.yaml: is a file and a folder/),
  ),
  attack('zip-bidi-name', [file('pods\u202elmay.yaml')], graded(POD_ONLY)),
  attack(
    'zip-cp949',
    [
      file(
        Uint8Array.from([0xb0, 0xfa, 0xc1, 0xa6, 0x2f, 0xb0, 0xfa, 0x2e, 0x79, 0x61, 0x6d, 0x6c]),
      ),
    ],
    graded(POD_ONLY),
  ),
  attack(
    'zip-60000',
    Array.from({ length: 60_000 }, (_, at) => file(`${at}.yaml`, '')),
    ungradable(/more than \d+ bytes, as an archive/),
  ),
  attack(
    'zip-2000',
    Array.from({ length: 2000 }, (_, at) => file(`${at}.yaml`, '')),
    ungradable(/more than 100 files/),
  ),
  attack('zip-empty', [], graded(0)),
  raw('zip-of-nothing', () => new Uint8Array(), /no ZIP archive/),
  raw('zip-that-is-none', () => Buffer.from('%PDF-1.7 not an archive'), /no ZIP archive/),
  raw('zip-huge-and-none', () => zeros(20), /more than \d+ bytes/),
  raw('zip-cut-off', () => madeZip([file('pods.yaml')]).subarray(0, 60), /no ZIP archive/),
  raw(
    'zip-damaged',
    () => madeZip([file('pods.yaml')]).fill(0xff, 40, 60),
    /the archive is damaged/,
  ),
];
