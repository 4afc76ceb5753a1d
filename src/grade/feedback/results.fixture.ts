/**
 * A result with something of everything, for the tests of what is made of results.
 */
import { RESULT_SCHEMA, type StudentResult } from '../model/result';

const CONFIGURE: StudentResult['tasks'][number] = {
  id: 'build',
  kind: 'configure',
  title: { en: 'Build it', ko: '만들기' },
  points: 6,
  maxPoints: 10,
  formula: { en: '10 × 3/5 of the checks', ko: '10 × 3/5 (검사)' },
  checks: [
    {
      id: 'build/features/visible/reach:7',
      name: 'pod1 reaches pod2',
      visibility: 'visible',
      verdict: 'held',
      why: '',
      points: 6,
      maxPoints: 6,
    },
    {
      id: 'build/features/hidden/tunnel:4',
      name: 'the secret of the tunnel',
      visibility: 'hidden',
      verdict: 'violated',
      why: 'k8s-w1 has no route to 172.16.158.0/24',
      points: 0,
      maxPoints: 4,
    },
  ],
};

const SPECIFY: StudentResult['tasks'][number] = {
  id: 'say',
  kind: 'specify',
  title: { en: 'Say it', ko: '말하기' },
  points: 4.333,
  maxPoints: 10,
  formula: {
    en: '10 × (0.7 × 1/3 of the mutants + 0.3 × 2/3 of the scenarios)',
    ko: '10 × (0.7 × 1/3 (변이) + 0.3 × 2/3 (시나리오))',
  },
  checks: [
    {
      id: 'say/mutants',
      name: 'mutants caught',
      visibility: 'visible',
      verdict: 'violated',
      why: '1 of 3 caught',
      points: 7 / 3,
      maxPoints: 7,
    },
    {
      id: 'say/scenarios',
      name: 'scenarios valid',
      visibility: 'visible',
      verdict: 'violated',
      why: '2 of 3 valid',
      points: 2,
      maxPoints: 3,
    },
  ],
  specification: {
    scenarios: [
      { where: 'arp.feature:3', name: 'the gateway answers', state: 'valid', why: '' },
      { where: 'arp.feature:9', name: '=1+1 <b>bold</b>', state: 'valid', why: '' },
      {
        where: 'arp.feature:15',
        name: 'an exact MAC address',
        state: 'over-specified',
        why: 'it fails on the right engine pods-before',
      },
    ],
    mutants: [
      { name: 'no-proxy-arp', weight: 1, caughtBy: ['arp.feature:3'] },
      { name: 'nat-outgoing-ignored', weight: 1, caughtBy: [] },
      { name: 'nat-also-between-pods', weight: 1, caughtBy: [] },
    ],
  },
};

export const GRADED: StudentResult = {
  schema: RESULT_SCHEMA,
  assignment: 'two-nodes',
  student: 'kim',
  state: 'graded',
  problems: ['run.py: not looked at; handed in are .yaml, .json, .sh and .feature'],
  score: 10,
  maxScore: 20,
  formula: { en: '6 of 10 + 4.333 of 10 = 10 of 20', ko: '6/10 + 4.333/10 = 10/20' },
  tasks: [CONFIGURE, SPECIFY],
  digest: 'd1'.repeat(32),
  engine: { version: '0.1.0', seed: 1 },
};

export const UNGRADABLE: StudentResult = {
  schema: RESULT_SCHEMA,
  assignment: 'two-nodes',
  student: '이서연',
  state: 'ungradable',
  problems: ['pod2.yaml:3:7: spec.nodeNam: unknown field; did you mean nodeName?'],
  maxScore: 20,
  formula: { en: 'not graded; no attempt is used up', ko: '채점하지 않음, 시도 횟수도 줄지 않음' },
  tasks: [],
  digest: 'd2'.repeat(32),
  engine: { version: '0.1.0', seed: 1 },
};
