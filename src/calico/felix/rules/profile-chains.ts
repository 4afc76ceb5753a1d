/**
 * The chains of profiles (felix/rules/policy.go, `ProfileToIptablesChains`). Kubernetes has two kinds:
 * `kns.NAMESPACE` allows all, `ksa.NAMESPACE.ACCOUNT` says nothing.
 */
import { chainName } from '../../names';
import type { ReleaseTraits } from '../../release';
import * as action from './actions';
import type { FelixChain, FelixRule } from './felix-rule';
import * as match from './matches';

export type Direction = 'ingress' | 'egress';

const CHAIN_PREFIX = { ingress: 'cali-pri-', egress: 'cali-pro-' };

export function profileChainName(direction: Direction, profile: string): string {
  return chainName(CHAIN_PREFIX[direction], profile);
}

export function profileChain(
  direction: Direction,
  profile: string,
  traits: ReleaseTraits,
): FelixChain {
  const comment = `Profile ${profile} ${direction}`;
  return {
    name: profileChainName(direction, profile),
    rules: profile.startsWith('kns.')
      ? allowAll(comment, traits)
      : [{ comment, matches: [], action: undefined }],
  };
}

function allowAll(comment: string, { marks, keepsLastReturn }: ReleaseTraits): FelixRule[] {
  const rules: FelixRule[] = [{ comment, matches: [], action: action.setMark(marks.accept) }];
  if (keepsLastReturn) {
    rules.push({ matches: [match.markSet(marks.accept)], action: action.RETURN });
  }
  return rules;
}
