/**
 * Folders with what is no file in them, and files with what is no text in them.
 */
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Attack, type Expected, graded, ungradable } from '../attack.fixture';
import { POD, POD_ONLY } from './honest.fixture';

const attack = (name: string, make: (folder: string) => void, expected: Expected): Attack => ({
  name,
  handedIn: { make },
  expected,
});
const files = (name: string, content: Record<string, string | Uint8Array>, expected: Expected) => ({
  name,
  handedIn: { files: content },
  expected,
});

export const FOLDERS: readonly Attack[] = [
  attack(
    'folder-link-to-passwd',
    (folder) => symlinkSync('/etc/passwd', join(folder, 'pods.yaml')),
    graded(0, /pods\.yaml: a symbolic link, left out/),
  ),
  attack(
    'folder-link-to-folder',
    (folder) => symlinkSync('/etc', join(folder, 'say')),
    graded(0, /say: a symbolic link, left out/),
  ),
  attack(
    'folder-link-to-a-good-student',
    (folder) => symlinkSync('../good-student/pods.yaml', join(folder, 'pods.yaml')),
    graded(0, /pods\.yaml: a symbolic link, left out/),
  ),
  attack(
    'folder-link-loop',
    (folder) => {
      writeFileSync(join(folder, 'pods.yaml'), POD);
      symlinkSync('.', join(folder, 'again'));
      symlinkSync('loop', join(folder, 'loop'));
    },
    graded(POD_ONLY, /again: a symbolic link, left out\nloop: a symbolic link, left out/),
  ),
  attack(
    'folder-of-links',
    (folder) => {
      for (let at = 0; at < 2000; at += 1) symlinkSync('/etc', join(folder, `${at}.yaml`));
    },
    ungradable(/more than 100 files/),
  ),
  attack(
    'folder-of-folders',
    (folder) => {
      for (let at = 0; at < 2000; at += 1) mkdirSync(join(folder, `${at}`));
    },
    ungradable(/more than 100 files/),
  ),
  attack(
    'folder-fifo',
    (folder) => execFileSync('mkfifo', [join(folder, 'pods.yaml')]),
    graded(0, /pods\.yaml: neither a file nor a folder, left out/),
  ),
  attack(
    'folder-deep',
    (folder) => mkdirSync(join(folder, ...'abcdefghijklmnopqrstuvwxyz'), { recursive: true }),
    ungradable(/too deep/),
  ),
  attack(
    'folder-sparse-file',
    (folder) => {
      writeFileSync(join(folder, 'pods.yaml'), '');
      truncateSync(join(folder, 'pods.yaml'), 1024 ** 4);
    },
    ungradable(/more than 1048576 bytes/),
  ),
  attack(
    'folder-hard-link',
    (folder) => {
      writeFileSync(join(folder, 'pods.yaml'), POD);
      linkSync(join(folder, 'pods.yaml'), join(folder, 'twin.yaml'));
    },
    // The same pod twice: applied again, it is there.
    graded(POD_ONLY),
  ),
  attack(
    'folder-cp949',
    (folder) => {
      const name = Uint8Array.from([0xb0, 0xfa, 0x2e, 0x79, 0x61, 0x6d, 0x6c]);
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), POD);
    },
    ungradable(/\.yaml: a name that is not in UTF-8/),
  ),
  files(
    'folder-names-like-options',
    { '--exit': '', '-rf.yaml': POD, '$(touch hacked).yaml': POD, '`id`.sh': '' },
    graded(POD_ONLY, /--exit: not looked at/),
  ),
  files(
    'folder-control-characters',
    { 'a\u001b]0;title\u0007.yaml': POD },
    ungradable(/a name with control characters/),
  ),
  files(
    'folder-backslashes',
    { '..\\..\\pods.yaml': POD },
    ungradable(/leads out of the submission/),
  ),
  files(
    'folder-with-a-result',
    {
      'results/folder-with-a-result.json': '{"score": 20}',
      'results.json': '{"score": 20}',
    },
    ungradable(/results\/folder-with-a-result\.json:1:1: apiVersion: required/),
  ),
  files(
    'folder-utf-16',
    { 'pods.yaml': Buffer.from(`\ufeff${POD}`, 'utf16le') },
    graded(0, /no text in UTF-8/),
  ),
  files('folder-nul', { 'pods.yaml': `${POD}\0` }, graded(0, /no text in UTF-8/)),
  files(
    'folder-latin-1',
    { 'pods.yaml': Buffer.from(`${POD}# \xe9`, 'latin1') },
    graded(0, /no text in UTF-8/),
  ),
  files('folder-bom', { 'pods.yaml': `\ufeff${POD}` }, graded(POD_ONLY)),
  files(
    'folder-binary',
    { 'pods.exe': new Uint8Array(1000) },
    graded(0, /pods\.exe: not looked at/),
  ),
];
