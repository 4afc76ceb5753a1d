/**
 * The process in which commands are called for `deeds.ts`: reads deeds, as JSON, and writes what came of
 * the calls.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { main } from '../../cli/main';
import type { Called, Deed } from './deeds';

async function call(folder: string, words: readonly string[]): Promise<Called> {
  const said = { stdout: '', stderr: '' };
  const streams = ['stdout', 'stderr'] as const;
  const writers = streams.map((name) => process[name].write);
  for (const name of streams) {
    process[name].write = (chunk: string | Uint8Array) => {
      said[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      return true;
    };
  }
  process.chdir(folder);
  process.exitCode = undefined;
  try {
    await main(words);
  } finally {
    for (const [at, name] of streams.entries()) {
      const write = writers[at];
      if (write !== undefined) process[name].write = write;
    }
  }
  return { ...said, exit: Number(process.exitCode ?? 0) };
}

async function doAll(deeds: readonly Deed[]): Promise<void> {
  const calls: Called[] = [];
  for (const deed of deeds) {
    if (deed.kind === 'call') {
      calls.push(await call(deed.folder, deed.words));
      continue;
    }
    mkdirSync(dirname(deed.path), { recursive: true });
    writeFileSync(deed.path, deed.text);
  }
  process.exitCode = 0;
  process.stdout.write(JSON.stringify(calls));
}

void doAll(JSON.parse(readFileSync(0, 'utf8')));
