/** A file that a command was given, as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { didYouMean } from '../base/nearest-name';
import { wrongUse } from './exit-code';

/** @throws CliError where it cannot be read */
export function readInput(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') {
      throw wrongUse(`there is no file ${path}${didYouMean(basename(path), namesBeside(path))}`);
    }
    if (code === 'EISDIR') throw wrongUse(`${path} is a folder, and a file is wanted`);
    throw wrongUse(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

function namesBeside(path: string): readonly string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}
