/**
 * Named network namespaces (ip-netns(8)): made, listed, removed.
 */
import { readdirSync } from 'node:fs';
import { NAMESPACE_FOLDER } from './namespace-file';
import { runTool, runToolAtOnce } from './run-tool';

/** All of the machine's. */
export function namespaces(): readonly string[] {
  try {
    return readdirSync(NAMESPACE_FOLDER);
  } catch {
    // The folder comes with the first namespace.
    return [];
  }
}

/** @throws Error where one cannot be made, with the words of ip */
export async function addNamespaces(names: readonly string[]): Promise<void> {
  const { exit, stderr } = await runTool(['ip', '-batch', '-'], {
    stdin: names.map((name) => `netns add ${name}\n`).join(''),
  });
  if (exit !== 0) throw new Error(`no network namespace can be made: ${stderr.trim()}`);
}

const REMOVE = ['ip', '-force', '-batch', '-'];

/** Removes them with all that is in them; one that is gone already does not matter. */
export async function removeNamespaces(names: readonly string[]): Promise<void> {
  if (names.length > 0) await runTool(REMOVE, { stdin: removal(names) });
}

export function removeNamespacesAtOnce(names: readonly string[]): void {
  if (names.length > 0) runToolAtOnce(REMOVE, removal(names));
}

function removal(names: readonly string[]): string {
  return names.map((name) => `netns delete ${name}\n`).join('');
}
