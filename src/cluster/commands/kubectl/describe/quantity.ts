/**
 * Amounts of CPU and memory (k8s.io/apimachinery, pkg/api/resource): `250m`, `2`, `128Mi`, `4005184Ki`.
 */
const UNITS: Readonly<Record<string, number>> = {
  m: 0.001,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
};

/** In cores or bytes; nothing where it is no amount. */
export function parseQuantity(text: string): number {
  const [, digits, unit = ''] = /^([\d.]+)([A-Za-z]*)$/.exec(text) ?? [];
  return Number(digits ?? 0) * (UNITS[unit] ?? 1);
}

/** In cores: `250m`, `2`. */
export function formatCpu(cores: number): string {
  const milli = Math.round(cores * 1000);
  return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
}

/** In bytes: as many of the largest unit as it takes, without a rest. */
export function formatBytes(bytes: number): string {
  for (const unit of ['Gi', 'Mi', 'Ki']) {
    const size = UNITS[unit] ?? 1;
    if (bytes > 0 && bytes % size === 0) return `${bytes / size}${unit}`;
  }
  return String(bytes);
}
