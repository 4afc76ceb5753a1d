/**
 * Go's `math/rand` (src/math/rand/rng.go), frozen by Go's promise of compatibility: Calico seeds it
 * with a node's name to decide where the node looks for its first block.
 */
import { COOKED_WORDS } from './go-rand-cooked';

/** Gives 32 random bits a call, as `Rand.Uint32` does. */
export type Uint32Source = () => number;

const LENGTH = 607;
const TAP = 273;
const MODULUS = 2 ** 31 - 1;
const SEED_FOR_ZERO = 89482311;
/** The multiplicative generator that fills the state runs in before it counts. */
const WARM_UP = 20;
const WORD = (1n << 64n) - 1n;
const SIGN = (1n << 63n) - 1n;

/** `rand.New(rand.NewSource(seed))`, for seeds from 0 up. */
export function goRand(seed: number): Uint32Source {
  const initial = seedState(seed);
  const written = new Map<number, bigint>();
  // Few words are ever asked for, and each costs big-number arithmetic: they are made when needed.
  const word = (at: number) => written.get(at) ?? initialWord(initial, at);
  let tap = 0;
  let feed = LENGTH - TAP;
  return () => {
    tap = (tap + LENGTH - 1) % LENGTH;
    feed = (feed + LENGTH - 1) % LENGTH;
    const sum = (word(feed) + word(tap)) & WORD;
    written.set(feed, sum);
    return Number((sum & SIGN) >> 31n);
  };
}

/** `big.Int.Rand`: a number below `limit`, drawn again until it is one. */
export function randomBelow(limit: number, source: Uint32Source): number {
  const mask = 2 ** (32 - Math.clz32(limit)) - 1;
  for (;;) {
    const low = source() & mask;
    // A word of Go's big numbers has 64 bits, so each trial takes two draws.
    source();
    if (low >>> 0 < limit) return low >>> 0;
  }
}

/** The outputs of `seedrand`, three to a word of the state. */
function seedState(seed: number): Int32Array {
  const outputs = new Int32Array(LENGTH * 3);
  let value = seed % MODULUS || SEED_FOR_ZERO;
  for (let round = 0; round < WARM_UP; round++) value = seedRandom(value);
  for (let at = 0; at < outputs.length; at++) {
    value = seedRandom(value);
    outputs[at] = value;
  }
  return outputs;
}

/** `x = 48271 · x mod (2³¹ − 1)`, which a double holds exactly. */
function seedRandom(value: number): number {
  return (48271 * value) % MODULUS;
}

function initialWord(outputs: Int32Array, at: number): bigint {
  const [high = 0, middle = 0, low = 0] = outputs.subarray(at * 3, at * 3 + 3);
  const seeded = (BigInt(high) << 40n) ^ (BigInt(middle) << 20n) ^ BigInt(low);
  return (seeded & WORD) ^ BigInt(`0x${COOKED_WORDS[at] ?? '0'}`);
}
