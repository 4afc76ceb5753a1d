/**
 * The dice of a run. Everything that chance decides in life (MAC addresses, ports, reachable times)
 * is drawn from one seeded generator, so the same seed gives the same captures byte for byte.
 *
 * The generator is xorshift32 (G. Marsaglia, "Xorshift RNGs", 2003), well mixed enough for dice.
 */
export interface Random {
  /** The next 32 bits, as an unsigned number. */
  next(): number;
  /** A whole number in [low, high], both ends included. */
  between(low: number, high: number): number;
}

/** A generator of its own for every `seed`; the seed is any whole number. */
export function seededRandom(seed: number): Random {
  // Zero is the one state that xorshift never leaves, and neighbouring seeds must not look alike.
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let round = 0; round < 8; round++) next();
  return { next, between: (low, high) => low + (next() % (high - low + 1)) };
}
