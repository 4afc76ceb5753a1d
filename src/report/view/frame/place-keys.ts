/** What a key does in a row of places, as bytes and lists have them: how far it goes from one to another. */

/** How far the keys go. */
export interface Strides {
  /** Left and right; nothing where it is absent. */
  readonly step?: number;
  /** Up and down. */
  readonly line: number;
  /** Page up and page down. */
  readonly page: number;
}

/**
 * @param at the place that is active, of `count` places from 0
 * @returns the place that is active after the key, or nothing where the key does not move
 */
export function moveTo(
  at: number,
  count: number,
  { step, line, page }: Strides,
  key: string,
): number | undefined {
  const by = { ArrowDown: line, ArrowUp: -line, PageDown: page, PageUp: -page }[key];
  if (by !== undefined) return within(at + by, count);
  if (key === 'Home') return 0;
  if (key === 'End') return Math.max(0, count - 1);
  if (step === undefined) return undefined;
  if (key === 'ArrowRight') return within(at + step, count);
  return key === 'ArrowLeft' ? within(at - step, count) : undefined;
}

function within(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place));
}
