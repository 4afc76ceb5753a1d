/**
 * Files that a job in the background writes at this moment: the library fills one when the job has
 * ended, and whoever reads it before finds what was printed so far.
 */
import type { IFileSystem } from 'just-bash';

/**
 * Puts itself before the files' own ways to read.
 * @param growth what follows a file's content; nothing for most
 */
export function showGrowth(files: IFileSystem, growth: (path: string) => string): void {
  const readFile = files.readFile.bind(files);
  const readFileBuffer = files.readFileBuffer.bind(files);
  const stat = files.stat.bind(files);
  const grown = (path: string) => new TextEncoder().encode(growth(path));
  files.readFile = async (path, options) => (await readFile(path, options)) + growth(path);
  files.readFileBuffer = async (path) => {
    const [before, after] = [await readFileBuffer(path), grown(path)];
    return after.length === 0 ? before : Uint8Array.from([...before, ...after]);
  };
  // Without this one the library asks for the buffer.
  Object.assign(files, { readFileBytes: undefined });
  files.stat = async (path) => {
    const known = await stat(path);
    return { ...known, size: known.size + grown(path).length };
  };
}
