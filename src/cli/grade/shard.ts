/**
 * A part of a class for one machine of several: `2/3`. In a Kubernetes Indexed Job each pod is told its
 * number from 0 by `JOB_COMPLETION_INDEX` (Kubernetes, "Indexed Job").
 */
import { wrongUse } from '../exit-code';

export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

const SHARD = /^(\d{1,4})\/(\d{1,4})$/;
const COUNT = /^\d{1,4}$/;

/**
 * @param text `2/3`; or only `3` where the environment says which
 * @param index what the environment says, from 0
 * @throws CliError
 */
export function readShard(text: string, index: string | undefined): Shard {
  const [, number, of] = SHARD.exec(text) ?? [];
  if (number !== undefined && of !== undefined) return whole(text, Number(number), Number(of));
  if (!COUNT.test(text)) throw wrongUse(`--shard ${text}: 2/3 is the second of three`);
  if (index === undefined || !COUNT.test(index)) {
    throw wrongUse(`--shard ${text}: which of them? Say 1/${text}, or set JOB_COMPLETION_INDEX`);
  }
  return whole(text, Number(index) + 1, Number(text));
}

function whole(text: string, number: number, of: number): Shard {
  if (number >= 1 && number <= of) return { number, of };
  throw wrongUse(`--shard ${text}: there is no ${number} of ${of}`);
}

/** Every so many, so that those that are alike in name, and often in work, are dealt out. */
export function inShard<Item>(items: readonly Item[], shard: Shard | undefined): readonly Item[] {
  if (shard === undefined) return items;
  return items.filter((_, at) => at % shard.of === shard.number - 1);
}
