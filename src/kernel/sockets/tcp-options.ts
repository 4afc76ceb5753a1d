/**
 * The options that Linux puts into segments of its own (tcp_output.c): with a SYN the MSS, SACK,
 * time stamps and window scale; afterwards time stamps alone.
 */
const KIND_NOP = 1;
const KIND_MSS = 2;
const KIND_WINDOW_SCALE = 3;
const KIND_SACK_PERMITTED = 4;
const KIND_TIMESTAMPS = 8;
const TIMESTAMPS_LENGTH = 10;
const WINDOW_SHIFT = 7;

export function synOptions(mss: number, nowMs: number, echoMs: number): Uint8Array {
  const bytes = new Uint8Array(20);
  bytes.set([KIND_MSS, 4, mss >> 8, mss & 0xff, KIND_SACK_PERMITTED, 2, KIND_TIMESTAMPS]);
  writeTimestamps(bytes, 7, nowMs, echoMs);
  bytes.set([KIND_NOP, KIND_WINDOW_SCALE, 3, WINDOW_SHIFT], 16);
  return bytes;
}

export function laterOptions(nowMs: number, echoMs: number): Uint8Array {
  const bytes = new Uint8Array(12);
  bytes.set([KIND_NOP, KIND_NOP, KIND_TIMESTAMPS]);
  writeTimestamps(bytes, 3, nowMs, echoMs);
  return bytes;
}

/** Length, own clock and the other's last one; `at` is where the length stands. */
function writeTimestamps(bytes: Uint8Array, at: number, nowMs: number, echoMs: number): void {
  const view = new DataView(bytes.buffer);
  view.setUint8(at, TIMESTAMPS_LENGTH);
  view.setUint32(at + 1, nowMs >>> 0);
  view.setUint32(at + 5, echoMs >>> 0);
}
