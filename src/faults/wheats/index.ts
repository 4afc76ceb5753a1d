/** Every wheat. A new one is an entry here. */
import type { Wheat } from '../wheat';

/** MACs, identifiers and ports are drawn by it. */
const OTHER_SEED = 4711;
const FEW_PODS = 9;
const MANY_PODS = 41;

export const WHEATS: readonly Wheat[] = [
  {
    name: 'other-dice',
    seed: OTHER_SEED,
    differs: {
      en: 'MAC addresses, identifiers, source ports and the time that answers take are drawn anew.',
      ko: 'MAC 주소, 식별자, 출발지 포트, 응답 시간이 새로 뽑힌다.',
    },
  },
  {
    name: 'pods-before',
    earlierPods: FEW_PODS,
    differs: {
      en: 'Other pods came and went before: addresses in each block begin further up.',
      ko: '먼저 있던 파드들이 사라진 뒤라서 블록마다 더 뒤의 주소부터 쓰인다.',
    },
  },
  {
    name: 'an-old-cluster',
    seed: OTHER_SEED + 1,
    earlierPods: MANY_PODS,
    differs: {
      en: 'An old cluster: other addresses and other MACs.',
      ko: '오래된 클러스터라서 주소도 MAC도 다르다.',
    },
  },
];

/** `undefined` where there is none of that name. */
export function wheatNamed(name: string): Wheat | undefined {
  return WHEATS.find((wheat) => wheat.name === name);
}
