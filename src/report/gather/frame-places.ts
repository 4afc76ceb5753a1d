/**
 * Where the frame of a step stands in the capture: an interface sees the frames of one packet in the
 * order in which the packet's steps tell of them.
 */
import type { CapturedFrame } from '../../trace/trace';

export class FramePlaces {
  readonly #places = new Map<string, number[]>();
  readonly #frames: readonly CapturedFrame[];
  readonly #first: number;

  /** @param first the place of the first of the frames in the capture of the scenario */
  constructor(frames: readonly CapturedFrame[], first: number) {
    this.#frames = frames;
    this.#first = first;
    frames.forEach(({ trace, host, device, direction }, at) => {
      const key = keyOf(trace, host, device, direction === 'out' ? 'transmit' : 'receive');
      const places = this.#places.get(key);
      if (places === undefined) this.#places.set(key, [at]);
      else places.push(at);
    });
  }

  /** The next one; each is given once. */
  take(
    trace: number,
    host: string,
    device: string,
    kind: 'transmit' | 'receive',
  ): number | undefined {
    const at = this.#places.get(keyOf(trace, host, device, kind))?.shift();
    return at === undefined ? undefined : at + this.#first;
  }

  /** When the interface saw it, in microseconds. */
  timeOf(place: number): number | undefined {
    return this.#frames[place - this.#first]?.atUs;
  }
}

function keyOf(trace: number, host: string, device: string, kind: string): string {
  return `${trace} ${kind} ${host} ${device}`;
}
