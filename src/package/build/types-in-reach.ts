/** The types of a package are those of what can be imported from outside; of all other files nobody can ask. */
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as ts from 'typescript';

/**
 * Removes the declarations below a folder that no door leads to.
 * @param doors declaration files
 * @throws Error where a door is not there
 */
export function dropTypesOutOfReach(folder: string, doors: readonly string[]): void {
  const program = ts.createProgram(doors, { module: ts.ModuleKind.NodeNext, types: [] });
  const reached = new Set(program.getSourceFiles().map(({ fileName }) => resolve(fileName)));
  const missing = doors.filter((door) => !reached.has(resolve(door)));
  if (missing.length > 0) throw new Error(`${missing.join(', ')}: not there`);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = resolve(join(folder, name));
    if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
  }
}
