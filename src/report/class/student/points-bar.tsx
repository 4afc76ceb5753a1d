/** Points as a bar: got, lost, and hidden still. The same is said in words beside it. */
import type { JSX } from 'preact';

/** Pixels; it is stretched to the width that there is. */
const LENGTH = 600;
const HEIGHT = 14;

interface PointsBarProps {
  readonly points: number;
  readonly decided: number;
  readonly most: number;
}

export function PointsBar({ points, decided, most }: PointsBarProps): JSX.Element {
  const scale = most === 0 ? 0 : LENGTH / most;
  return (
    <svg
      class="student-bar"
      viewBox={`0 0 ${LENGTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect class="student-bar-hidden" width={LENGTH} height={HEIGHT} />
      <rect class="student-bar-lost" width={decided * scale} height={HEIGHT} />
      <rect class="student-bar-got" width={points * scale} height={HEIGHT} />
    </svg>
  );
}
