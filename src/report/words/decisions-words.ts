/** The words of a hop: what each step is, as a question where the host asks one of its tables. */
import type { WalkStep } from '../model/walk';
import type { Wording } from './say';

export const STEP_WORDS: Readonly<
  Record<
    WalkStep['kind'],
    { readonly sign: string; readonly name: Wording; readonly hint?: Wording }
  >
> = {
  receive: {
    sign: '↓',
    name: { en: 'Received', ko: '수신' },
    hint: { en: 'The frame comes in on this interface.', ko: '이 인터페이스로 프레임이 들어온다.' },
  },
  transmit: {
    sign: '↑',
    name: { en: 'Sent', ko: '송신' },
    hint: { en: 'The frame leaves on this interface.', ko: '이 인터페이스로 프레임이 나간다.' },
  },
  netfilter: {
    sign: '☰',
    name: { en: 'Rules', ko: '규칙' },
    hint: {
      en: 'May it pass? The rules are asked in order.',
      ko: '통과해도 되는가? 규칙을 차례로 본다.',
    },
  },
  nat: {
    sign: '⇄',
    name: { en: 'NAT', ko: 'NAT' },
    hint: { en: 'Addresses or ports are rewritten.', ko: '주소나 포트를 바꿔 쓴다.' },
  },
  route: {
    sign: '⇒',
    name: { en: 'Route', ko: '경로' },
    hint: {
      en: 'Which way? The routing table is asked.',
      ko: '어디로 가는가? 라우팅 테이블에 묻는다.',
    },
  },
  neighbour: {
    sign: '@',
    name: { en: 'Neighbour', ko: '이웃' },
    hint: {
      en: 'Which MAC address? The neighbour table is asked.',
      ko: 'MAC 주소는 무엇인가? 이웃(ARP) 테이블에 묻는다.',
    },
  },
  encapsulate: {
    sign: '⊞',
    name: { en: 'Encapsulated', ko: '캡슐화' },
    hint: { en: 'The packet is put into another one.', ko: '패킷을 다른 패킷에 싣는다.' },
  },
  decapsulate: {
    sign: '⊟',
    name: { en: 'Decapsulated', ko: '역캡슐화' },
    hint: { en: 'The packet is taken out of its carrier.', ko: '실려 온 패킷을 꺼낸다.' },
  },
  fragment: {
    sign: '⋮',
    name: { en: 'Fragmented', ko: '단편화' },
    hint: { en: 'Too large for the link: cut into pieces.', ko: '링크보다 커서 조각으로 나눈다.' },
  },
  sysctl: {
    sign: '⚙',
    name: { en: 'sysctl', ko: 'sysctl' },
    hint: { en: 'A setting of the kernel decided.', ko: '커널 설정이 결정했다.' },
  },
  answer: {
    sign: '↩',
    name: { en: 'Answered', ko: '응답' },
    hint: {
      en: 'The host sends a packet because of this one.',
      ko: '이 패킷 때문에 호스트가 패킷을 보낸다.',
    },
  },
  note: {
    sign: 'i',
    name: { en: 'Note', ko: '참고' },
  },
  drop: {
    sign: '✖',
    name: { en: 'Dropped', ko: '버려짐' },
    hint: { en: 'The packet ends here.', ko: '패킷이 여기서 끝난다.' },
  },
  deliver: {
    sign: '✔',
    name: { en: 'Delivered', ko: '전달됨' },
    hint: { en: 'The packet is where it should be.', ko: '패킷이 갈 곳에 도착했다.' },
  },
};

export const DECISIONS_WORDS = {
  steps: { en: 'What the host did, in order', ko: '호스트가 한 일(순서대로)' },
  untouched: { en: 'no rule decided', ko: '결정한 규칙 없음' },
  chain: { en: 'Chain', ko: '체인' },
  ruleNumber: { en: 'No.', ko: '번호' },
  rule: { en: 'Rule', ko: '규칙' },
  fitted: { en: 'fitted', ko: '일치' },
  notFitted: { en: 'not fitted', ko: '불일치' },
  verdict: { en: 'Verdict', ko: '판정' },
  noRules: { en: 'No rule was seen to fit.', ko: '일치한 규칙이 없음.' },
  candidates: { en: 'Routes that hold the destination', ko: '목적지를 포함하는 경로' },
  chosen: { en: 'chosen', ko: '선택됨' },
  beaten: { en: 'beaten', ko: '밀림' },
  destination: { en: 'Destination', ko: '목적지' },
  source: { en: 'Source', ko: '출발지' },
  before: { en: 'Before', ko: '변환 전' },
  after: { en: 'After', ko: '변환 후' },
  changed: { en: 'changed', ko: '바뀜' },
  noMac: { en: 'no MAC address known', ko: 'MAC 주소를 모름' },
  gone: { en: 'This packet was not seen on this host.', ko: '이 호스트에서 이 패킷을 보지 못함.' },
} as const satisfies Readonly<Record<string, Wording>>;

export function hopWords(hop: number, count: number): Wording {
  return { en: `hop ${hop} of ${count}`, ko: `홉 ${hop}/${count}` };
}

export function skippedWords(count: number): Wording {
  return {
    en: `${count} ${count === 1 ? 'rule' : 'rules'} before, not fitted`,
    ko: `앞의 규칙 ${count}개 불일치`,
  };
}

export function fragmentWords(pieces: number, mtu: number): Wording {
  return {
    en: `${pieces} fragments for an MTU of ${mtu} bytes`,
    ko: `MTU ${mtu}바이트에 맞춰 단편 ${pieces}개로 나눔`,
  };
}

/** @param length of the prefix that lost, and of the one that won */
export function shorterPrefixWords(length: number, winner: number): Wording {
  return {
    en: `shorter prefix: /${length} against /${winner}`,
    ko: `더 짧은 프리픽스: /${winner}보다 짧은 /${length}`,
  };
}

export function higherMetricWords(metric: number, winner: number): Wording {
  return {
    en: `higher metric: ${metric} against ${winner}`,
    ko: `더 큰 메트릭: ${winner}보다 큰 ${metric}`,
  };
}
