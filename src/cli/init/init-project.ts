/**
 * Makes a project that works. What is there already stays as it is.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Language } from '../../../steps/support/catalogue';
import { wrongUse } from '../exit-code';
import { manifestOf, type ProjectFile, projectFiles } from './project-files';

export interface InitOutcome {
  /** Paths in the project. */
  readonly written: readonly string[];
  readonly completed: readonly string[];
  readonly kept: readonly string[];
}

/** @throws CliError where the folder cannot be one */
export function initProject(folder: string, language: Language): InitOutcome {
  const name = packageName(basename(resolve(folder)));
  const files = projectFiles(name, language);
  const kept: string[] = [];
  const written: string[] = [];
  const completed: string[] = [];
  for (const file of files) {
    const place = join(folder, file.path);
    if (!existsSync(place)) {
      write(place, file.text);
      written.push(file.path);
    } else if (file.path === 'package.json' && complete(place, name)) {
      completed.push(file.path);
    } else {
      kept.push(file.path);
    }
  }
  return { written, completed, kept };
}

/** npm takes lower-case letters, digits and dashes. */
function packageName(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  // npm installs no package into one of its own name.
  return name === '' || name === 'calicumber' ? 'specifications' : name;
}

function write(place: string, text: ProjectFile['text']): void {
  try {
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw wrongUse(`${place} cannot be written: ${reason}`);
  }
}

interface PackageManifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * Adds to a package.json what the project needs and it does not have: what `npm install` wrote there of
 * this program stays.
 * @returns whether anything was missing
 */
function complete(place: string, name: string): boolean {
  const before = readManifest(place);
  const wanted = manifestOf(name) as Required<PackageManifest>;
  const has = { ...before.dependencies, ...before.devDependencies };
  const missing = Object.entries(wanted.devDependencies).filter(([key]) => !(key in has));
  const { test } = before.scripts ?? {};
  const isUntested = test === undefined || test.includes('no test specified');
  if (missing.length === 0 && !isUntested) return false;
  const after = {
    ...before,
    scripts: { ...before.scripts, ...(isUntested ? wanted.scripts : {}) },
    ...(missing.length === 0
      ? {}
      : { devDependencies: { ...before.devDependencies, ...Object.fromEntries(missing) } }),
  };
  write(place, `${JSON.stringify(after, undefined, 2)}\n`);
  return true;
}

function readManifest(place: string): PackageManifest {
  try {
    return JSON.parse(readFileSync(place, 'utf8'));
  } catch {
    throw wrongUse(`${place} is not JSON; put it right, or move it away, and call init again`);
  }
}
