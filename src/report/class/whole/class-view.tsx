/** A class: totals, distribution, what was hard, who failed alike, who wrote alike, and everything. */
import type { JSX } from 'preact';
import type { LikePair } from '../../../grade/class/likeness';
import { statisticsOf } from '../../../grade/class/statistics';
import type { StudentResult } from '../../../grade/model/result';
import { ClustersView } from './clusters-view';
import { DistributionView } from './distribution-view';
import { HardestView } from './hardest-view';
import { LikenessView } from './likeness-view';
import { MatrixView } from './matrix-view';
import type { People } from './person';
import { Totals } from './totals';

export interface ClassViewProps extends People {
  /** In the order in which they are shown first. */
  readonly results: readonly StudentResult[];
  readonly likeness: readonly LikePair[];
}

export function ClassView({ results, likeness, ...people }: ClassViewProps): JSX.Element {
  const statistics = statisticsOf(results);
  return (
    <main class="whole-page" id="content" tabIndex={-1}>
      <Totals statistics={statistics} />
      <div class="whole-columns">
        <DistributionView bins={statistics.bins} />
        <HardestView hardest={statistics.hardest} />
        <ClustersView clusters={statistics.clusters} people={people} />
        <LikenessView pairs={likeness} people={people} />
      </div>
      <MatrixView results={results} people={people} />
    </main>
  );
}
