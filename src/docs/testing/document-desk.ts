/**
 * A folder as the reader of a document has it: the program's labs, manifests and courses, and what the
 * document says to write.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../pages';

const COPIED = ['features/labs', 'features/manifests'];
const LINKED = ['courses', 'src'];

export class DocumentDesk {
  readonly folder = mkdtempSync(join(tmpdir(), 'calicumber-docs-'));

  constructor() {
    for (const name of COPIED) cpSync(join(ROOT, name), this.path(name), { recursive: true });
    for (const name of LINKED) symlinkSync(join(ROOT, name), this.path(name));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  clear(): void {
    rmSync(this.folder, { recursive: true });
  }
}
