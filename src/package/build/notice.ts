/**
 * The NOTICE of a package: whose code its files hold besides ours, as the bundler says, and under which
 * terms. What is installed beside the package is none of it, and brings its own.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param folders of the packages, from the root
 * @param root the folder that holds `node_modules/`
 * @throws Error where one of the packages has no licence to show
 */
export function noticeOf(folders: readonly string[], root: string): string {
  const parts = folders.map((folder) => partOf(join(root, folder)));
  return `${[HEAD, ...parts].join(RULE)}\n`;
}

const HEAD = `Calicumber
The licence of Calicumber is in LICENSE. Its files below dist/ also hold code of others:`;

const RULE = `\n\n${'-'.repeat(80)}\n\n`;

function partOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((entry) => /^(licen[cs]e|notice)/i.test(entry))
    .sort()
    .map((entry) => readFileSync(join(folder, entry), 'utf8').trim());
  if (license === undefined && texts.length === 0) {
    throw new Error(`${name} does not say under which terms it may be passed on`);
  }
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}
