/**
 * What Felix's filter rules let pass (felix/rules/static.go, endpoints.go).
 */
import { onNodes, withRules } from '../change-state';
import type { Mutant } from '../mutant';

export const defaultDeny: Mutant = {
  name: 'default-deny',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'Without a policy that allows it, pods may not talk.',
    ko: '허용하는 정책이 없으면 파드는 통신할 수 없다.',
  },
  hint: {
    en: 'What does the profile of a namespace allow where no policy selects a pod?',
    ko: '파드를 선택하는 정책이 없을 때 네임스페이스의 프로필은 무엇을 허용하는가?',
  },
  hostState: onNodes((state) =>
    withRules(state, (rule, { name }) => (/^cali-pr[io]-kns\./.test(name) ? undefined : rule)),
  ),
};

export const spoofingAllowed: Mutant = {
  name: 'spoofing-allowed',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'A pod may send with any source address.',
    ko: '파드는 어떤 출발지 주소로든 보낼 수 있다.',
  },
  hint: {
    en: 'What does a node do with a packet of a pod whose source is not its own?',
    ko: '출발지가 자기 것이 아닌 파드의 패킷을 노드는 어떻게 하는가?',
  },
  hostState: onNodes((state) =>
    withRules(state, (rule) =>
      rule.matches.some(({ kind }) => kind === 'rpfilter') ? undefined : rule,
    ),
  ),
};

export const podsMayNotReachTheirNode: Mutant = {
  name: 'pods-may-not-reach-their-node',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: "A node's own addresses are out of bounds for its pods, in this lab, too.",
    ko: '이 실습 환경에서도 파드는 자기 노드의 주소에 닿을 수 없다.',
  },
  hint: {
    en: 'What does defaultEndpointToHostAction say, and what happens to a ping of the own node?',
    ko: 'defaultEndpointToHostAction은 무엇이며, 자기 노드로 보낸 핑은 어떻게 되는가?',
  },
  hostState: onNodes((state) =>
    withRules(state, (rule, { name }) =>
      name === 'cali-wl-to-host' && rule.target?.kind === 'accept'
        ? { ...rule, target: { kind: 'drop' } }
        : rule,
    ),
  ),
};
