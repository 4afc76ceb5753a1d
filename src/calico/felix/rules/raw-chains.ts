/**
 * Felix's chains of the raw table (felix/rules/static.go, `StaticRawTableChains`): clear the marks,
 * and drop what a pod sends with an address that is not its own.
 */
import * as action from './actions';
import { failsafeChains } from './failsafe-chains';
import { always, type FelixChain } from './felix-rule';
import * as match from './matches';
import type { StaticInput } from './static-input';

export function rawChains(input: StaticInput): readonly FelixChain[] {
  const { marks, rpfSkips } = input;
  return [
    { name: 'cali-PREROUTING', rules: preroutingRules(input) },
    {
      name: 'cali-OUTPUT',
      rules: [
        always(action.clearMark(marks.all)),
        always(action.jump('cali-to-host-endpoint')),
        { matches: [match.markSet(marks.accept)], action: action.ACCEPT },
      ],
    },
    {
      name: 'cali-rpf-skip',
      rules: rpfSkips.map(({ workloadInterface, source }) => ({
        matches: [match.inInterface(workloadInterface), match.source(source)],
        action: action.ACCEPT,
      })),
    },
    { name: 'cali-from-host-endpoint', rules: [] },
    { name: 'cali-to-host-endpoint', rules: [] },
    ...failsafeChains('both-ends'),
  ];
}

function preroutingRules({ marks, settings }: StaticInput): FelixChain['rules'] {
  const isFromWorkload = match.markSet(marks.scratch0);
  return [
    always(action.clearMark(marks.all)),
    ...settings.interfacePrefix.map((prefix) => ({
      matches: [match.inInterface(`${prefix}+`)],
      action: action.setMark(marks.scratch0),
    })),
    { matches: [isFromWorkload], action: action.jump('cali-rpf-skip') },
    { matches: [isFromWorkload, match.REVERSE_PATH_FAILS], action: action.DROP },
    {
      matches: [match.markClear(marks.scratch0)],
      action: action.jump('cali-from-host-endpoint'),
    },
    { matches: [match.markSet(marks.accept)], action: action.ACCEPT },
  ];
}
