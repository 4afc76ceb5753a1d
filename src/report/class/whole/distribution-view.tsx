/** How scores are spread: a bar for each tenth, and the same in words. */
import type { JSX } from 'preact';
import type { ScoreBin } from '../../../grade/class/statistics';
import { binWords, CLASS_WORDS, studentCountWords } from '../../words/class-words';
import { Say, SayInSvg } from '../../words/say';

/** Of the picture, in its own units. */
const WIDTH = 480;
const BARS = { top: 22, height: 140, gap: 6 } as const;
const HEIGHT = BARS.top + BARS.height + 44;

export function DistributionView({ bins }: { readonly bins: readonly ScoreBin[] }): JSX.Element {
  const most = Math.max(1, ...bins.map(({ students }) => students));
  return (
    <section aria-labelledby="distribution">
      <h2 id="distribution">
        <Say words={CLASS_WORDS.distribution} />
      </h2>
      <svg class="whole-distribution" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {bins.map((bin, at) => (
          <Bar key={at} bin={bin} at={at} width={WIDTH / bins.length} most={most} />
        ))}
        <path class="whole-axis" d={`M0 ${BARS.top + BARS.height}h${WIDTH}`} />
        <text class="whole-axis-name" x={WIDTH / 2} y={HEIGHT - 4}>
          <SayInSvg words={CLASS_WORDS.ofTheMost} />
        </text>
      </svg>
      <ul class="hidden-words">
        {bins.map((bin, at) => (
          <li key={at}>
            <Say words={binWords(bin)} />: <Say words={studentCountWords(bin.students)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface BarProps {
  readonly bin: ScoreBin;
  readonly at: number;
  readonly width: number;
  /** How many students fill the whole height. */
  readonly most: number;
}

function Bar({ bin: { from, to, students }, at, width, most }: BarProps): JSX.Element {
  const height = (BARS.height * students) / most;
  const bottom = BARS.top + BARS.height;
  const middle = (at + 0.5) * width;
  return (
    <g>
      <rect
        class="whole-bar"
        x={at * width + BARS.gap / 2}
        y={bottom - height}
        width={width - BARS.gap}
        height={height}
      />
      {students > 0 && (
        <text class="whole-bar-count" x={middle} y={bottom - height - 6}>
          {students}
        </text>
      )}
      <text class="whole-bar-name" x={middle} y={bottom + 16}>
        {from}–{to}
      </text>
    </g>
  );
}
