/** Students who failed the same checks: one explanation serves them all. */
import type { JSX } from 'preact';
import type { FailureCluster } from '../../../grade/class/statistics';
import { CLASS_WORDS, moreWords, studentCountWords } from '../../words/class-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { type People, Person } from './person';

const CLUSTERS_MAX = 10;
const CHECKS_MAX = 10;
const NAME_MAX = 200;

interface ClustersViewProps {
  readonly clusters: readonly FailureCluster[];
  readonly people: People;
}

export function ClustersView({ clusters, people }: ClustersViewProps): JSX.Element {
  return (
    <section aria-labelledby="clusters">
      <h2 id="clusters">
        <Say words={CLASS_WORDS.clusters} />
      </h2>
      {clusters.length === 0 && (
        <p>
          <Say words={CLASS_WORDS.noClusters} />
        </p>
      )}
      {clusters.slice(0, CLUSTERS_MAX).map((cluster, at) => (
        <Cluster key={at} cluster={cluster} people={people} />
      ))}
      {clusters.length > CLUSTERS_MAX && (
        <p class="whole-soft">
          <Say words={moreWords(clusters.length - CLUSTERS_MAX)} />
        </p>
      )}
    </section>
  );
}

interface ClusterProps {
  readonly cluster: FailureCluster;
  readonly people: People;
}

function Cluster({ cluster: { students, checks }, people }: ClusterProps): JSX.Element {
  return (
    <details class="whole-cluster">
      <summary>
        <b>
          <Say words={studentCountWords(students.length)} />
        </b>
        :{' '}
        {checks
          .slice(0, CHECKS_MAX)
          .map(({ name }) => shown(name, NAME_MAX))
          .join(', ')}
        {checks.length > CHECKS_MAX && (
          <>
            {', '}
            <Say words={moreWords(checks.length - CHECKS_MAX)} />
          </>
        )}
      </summary>
      <ul>
        {students.map((student) => (
          <li key={student}>
            <Person student={student} people={people} />
          </li>
        ))}
      </ul>
    </details>
  );
}
