/**
 * Paths with wildcards, as assignments name files: `*` is anything but a slash, `**` anything.
 */

/** The files that fit, in the order of their names. */
export function matchPaths(pattern: string, files: readonly string[]): readonly string[] {
  const parts = pattern
    .replace(/^\.\//, '')
    .split(/(\*\*\/|\*)/)
    .map((part) => (part === '**/' ? '(?:[^/]+/)*' : part === '*' ? '[^/]*' : literally(part)));
  const shape = new RegExp(`^${parts.join('')}$`, 'u');
  return files.filter((file) => shape.test(file)).sort();
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
