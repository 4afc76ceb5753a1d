/**
 * Whose packets get the node's address on their way out (natOutgoing; felix/rules/nat.go).
 */
import { nodeState } from '../../calico/node-state';
import type { Rule } from '../../netfilter/rule';
import type { Target } from '../../netfilter/targets/index';
import { onNodes, withRules } from '../change-state';
import type { Mutant } from '../mutant';

const ALL_POOLS = /all-ipam-pools$/;

/** The rule that does it, to be changed. */
function withNatRule(change: (rule: Rule) => Rule | undefined): Required<Mutant>['hostState'] {
  return onNodes((state) =>
    withRules(state, (rule, { table, name }) =>
      table === 'nat' && name === 'cali-nat-outgoing' ? change(rule) : rule,
    ),
  );
}

export const natIgnored: Mutant = {
  name: 'nat-outgoing-ignored',
  unit: 'nat',
  weight: 1,
  misconception: {
    en: 'The world outside answers addresses of pods.',
    ko: '바깥 세상은 파드 주소로 바로 응답한다.',
  },
  hint: {
    en: 'Which source address does a server outside see?',
    ko: '바깥의 서버가 보는 출발지 주소는 무엇인가?',
  },
  hostState: withNatRule(() => undefined),
};

export const natAlways: Mutant = {
  name: 'nat-although-switched-off',
  unit: 'nat',
  weight: 1,
  misconception: {
    en: 'natOutgoing is a wish: nodes masquerade what leaves in any case.',
    ko: 'natOutgoing은 참고일 뿐, 노드는 나가는 것을 언제나 마스커레이드한다.',
  },
  hint: {
    en: 'Switch natOutgoing off and look at the source address outside again.',
    ko: 'natOutgoing을 끄고 바깥에서 보이는 출발지 주소를 다시 확인한다.',
  },
  hostState: onNodes((state, { model, name }) => {
    const pools = model.pools.map((pool) => ({ ...pool, natOutgoing: true }));
    const node = model.nodes.find((other) => other.name === name);
    return node === undefined ? state : nodeState({ ...model, pools }, node);
  }),
};

export const natBetweenPods: Mutant = {
  name: 'nat-also-between-pods',
  unit: 'nat',
  weight: 1,
  misconception: {
    en: 'Whatever leaves a node gets the address of the node, also on its way to another pod.',
    ko: '노드를 떠나는 것은 다른 파드로 가더라도 모두 노드 주소를 갖는다.',
  },
  hint: {
    en: 'Which source address does a pod see when another pod talks to it?',
    ko: '다른 파드가 말을 걸 때 파드가 보는 출발지 주소는 무엇인가?',
  },
  hostState: withNatRule((rule) => ({
    ...rule,
    matches: rule.matches.filter((match) => !(match.kind === 'set' && ALL_POOLS.test(match.name))),
  })),
};

export const natNotToNodes: Mutant = {
  name: 'nat-not-to-nodes',
  unit: 'nat',
  weight: 1,
  misconception: {
    en: 'Outside begins behind the router: hosts of the nodes’ network see addresses of pods.',
    ko: '바깥은 라우터 너머부터이다. 노드와 같은 망의 호스트는 파드 주소를 본다.',
  },
  hint: {
    en: 'Does natOutgoing ask where a packet goes, or only where it does not go?',
    ko: 'natOutgoing은 패킷이 어디로 가는지를 보는가, 어디로 가지 않는지만 보는가?',
  },
  hostState: withNatRule((rule) => ({
    ...rule,
    matches: [
      ...rule.matches,
      { kind: 'set', name: 'cali40all-hosts-net', directions: ['dst'], inverted: true },
    ],
  })),
};

export const natToTunnel: Mutant = {
  name: 'nat-to-the-tunnel-address',
  unit: 'nat',
  weight: 1,
  misconception: {
    en: "Packets leave with the address of the node's tunnel.",
    ko: '패킷은 노드의 터널 주소를 달고 나간다.',
  },
  hint: {
    en: "Which of the node's addresses does the world outside see?",
    ko: '바깥 세상에 보이는 것은 노드의 어느 주소인가?',
  },
  hostState: onNodes((state, { model, name }) => {
    const node = model.nodes.find((other) => other.name === name);
    const address = node?.ipipTunnelAddress ?? node?.vxlanTunnelAddress;
    if (address === undefined) return state;
    const target: Target = {
      kind: 'snat',
      addresses: { low: address, high: address },
      ports: undefined,
      random: false,
      randomFully: true,
      persistent: false,
    };
    return withRules(state, (rule, { name: chain }) =>
      chain === 'cali-nat-outgoing' ? { ...rule, target } : rule,
    );
  }),
};

export const tunnelNotMasqueraded: Mutant = {
  name: 'tunnel-not-masqueraded',
  unit: 'nat',
  weight: 1,
  misconception: {
    en: 'A node that talks to a remote pod from its own address needs nothing special.',
    ko: '노드가 자기 주소로 원격 파드와 통신할 때 특별한 것은 필요 없다.',
  },
  hint: {
    en: 'Bind ping to the node address and ping a pod of another node: what does the pod see?',
    ko: '노드 주소를 출발지로 다른 노드의 파드에 핑을 보내면 파드에는 무엇이 보이는가?',
  },
  hostState: onNodes((state) =>
    withRules(state, (rule, { table, name }) =>
      table === 'nat' && name === 'cali-POSTROUTING' && rule.target?.kind === 'masquerade'
        ? undefined
        : rule,
    ),
  ),
};
