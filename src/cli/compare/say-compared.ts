/**
 * What became of a comparison, in lines for a terminal.
 */
import type { ComparedScenario } from '../../report/compared-scenario';
import type { Paint } from '../paint';

const COLOURS = { same: 'green', differs: 'red', 'not comparable': 'yellow' } as const;

/** `differs: NAME (features/a.feature:3): ping …: frame 2 at k8s-w1 ens5: ip.ttl is 63 on sim, 62 on netns`. */
export function lineOf(
  { where, name, comparison }: ComparedScenario,
  drivers: readonly [string, string],
  paint: Paint,
): string {
  const head = `${paint(COLOURS[comparison.kind], comparison.kind)}: ${name} (${where})`;
  switch (comparison.kind) {
    case 'same':
      return head;
    case 'differs': {
      const { where: place, values } = comparison.difference;
      const [one, other] = values;
      return `${head}\n  ${place}: ${drivers[0]} ${one}, ${drivers[1]} ${other}`;
    }
    case 'not comparable':
      return `${head}\n  ${firstLine(comparison.why)}`;
  }
}

/** `12 scenarios: 10 same, 1 differs, 1 not comparable`. */
export function countsOf(compared: readonly ComparedScenario[]): string {
  const parts = (['same', 'differs', 'not comparable'] as const).flatMap((kind) => {
    const count = compared.filter(({ comparison }) => comparison.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind === 'differs' && count > 1 ? 'differ' : kind}`];
  });
  const what = `${compared.length} ${compared.length === 1 ? 'scenario' : 'scenarios'}`;
  return parts.length === 0 ? what : `${what}: ${parts.join(', ')}`;
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
