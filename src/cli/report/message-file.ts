/**
 * Reads a file of Cucumber messages (NDJSON, one envelope a line;
 * https://github.com/cucumber/messages), line by line, so that its size does not matter. A run that was
 * killed leaves a file that ends in the middle: what is there is read.
 */
import { createReadStream, statSync } from 'node:fs';
import type { Envelope } from '@cucumber/messages';
import { type CliError, wrongUse } from '../exit-code';

/** Of one message: the capture of a long scenario has some ten million. */
const LINE_BYTES_MAX = 256 * 1024 * 1024;

const NEWLINE = 0x0a;

/** By one of these the first line of a file is known to be Cucumber's. */
const FIRST_KEYS = ['meta', 'source', 'gherkinDocument', 'pickle', 'testRunStarted', 'testCase'];

export interface MessageFileEnd {
  /** Whether the run that wrote the file came to its end. */
  readonly isWhole: boolean;
}

/**
 * @param take is called with each message in turn
 * @throws CliError with the file and the line, where it is none of Cucumber's
 */
export async function readMessageFile(
  path: string,
  take: (envelope: Envelope) => void,
): Promise<MessageFileEnd> {
  checkFile(path);
  let isWhole = false;
  let isFirst = true;
  for await (const { number, text, isEnded } of linesOf(path)) {
    const envelope = envelopeIn(text);
    if (envelope === undefined) {
      if (!isEnded && !isFirst) return { isWhole: false };
      throw strange(path, number);
    }
    if (isFirst && !FIRST_KEYS.some((key) => key in envelope)) throw strange(path, number);
    isFirst = false;
    if (envelope.testRunFinished !== undefined) isWhole = true;
    handOn(envelope, take, `${path}:${number}`);
  }
  if (isFirst) throw wrongUse(`${path} is empty; there are no messages in it`);
  return { isWhole };
}

function strange(path: string, line: number): CliError {
  return wrongUse(
    `${path}:${line}: this is no Cucumber message; a run writes them to reports/messages.ndjson`,
  );
}

/** @throws CliError */
function checkFile(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw wrongUse(`there is no ${path}`);
  if (stats.isDirectory()) {
    throw wrongUse(`${path} is a folder; name the file of messages in it, such as messages.ndjson`);
  }
}

/** The shape of messages is not checked beforehand: who trips over one has met a stranger's. */
function handOn(envelope: Envelope, take: (envelope: Envelope) => void, where: string): void {
  try {
    take(envelope);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw wrongUse(`${where}: this message is not as Cucumber writes it (${error.message})`);
  }
}

function envelopeIn(text: string): Envelope | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isEnvelope = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isEnvelope ? value : undefined;
  } catch {
    // The caller says where.
    return undefined;
  }
}

interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Whether a line feed stands behind it. */
  readonly isEnded: boolean;
}

/** Lines that are not blank. */
async function* linesOf(path: string): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let size = 0;
  let number = 1;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      const text = Buffer.concat([...parts, chunk.subarray(from, at)]).toString('utf8');
      if (text.trim() !== '') yield { number, text, isEnded: true };
      number += 1;
      parts = [];
      size = 0;
      from = at + 1;
    }
    parts.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > LINE_BYTES_MAX) throw wrongUse(`${path} has a line that is too long for a message`);
  }
  const text = Buffer.concat(parts).toString('utf8');
  if (text.trim() !== '') yield { number, text, isEnded: false };
}
