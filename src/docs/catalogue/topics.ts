/**
 * What sentences are about. A sentence belongs to the topic that has the first word of its id.
 */
import type { CatalogueEntry, Language } from '../../../steps/support/catalogue';

export interface Topic {
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  /** First words of ids: `ping` for `ping.succeeds`. */
  readonly of: readonly string[];
}

export const TOPICS: readonly Topic[] = [
  {
    name: 'cluster',
    title: { en: 'The lab and its manifests', ko: '랩과 매니페스트' },
    of: ['lab', 'manifests', 'submission'],
  },
  {
    name: 'change',
    title: { en: 'Changes and time', ko: '변경과 시간' },
    of: ['pool.set', 'resource', 'pod.deleted', 'time', 'sysctl'],
  },
  {
    name: 'ping',
    title: { en: 'Pings', ko: '핑' },
    of: ['ping', 'node', 'outside', 'reply', 'control.ping', 'source'],
  },
  {
    name: 'connection',
    title: { en: 'TCP and UDP', ko: 'TCP와 UDP' },
    of: ['connect', 'connection', 'control.connect'],
  },
  {
    name: 'reach',
    title: { en: 'Who reaches whom', ko: '누가 누구에게 닿는가' },
    of: ['connectivity'],
  },
  {
    name: 'way',
    title: { en: 'The way of a packet', ko: '패킷이 지나는 길' },
    of: ['path', 'seen', 'unseen', 'traceroute', 'encapsulated', 'not-encapsulated', 'header'],
  },
  {
    name: 'loss',
    title: { en: 'Lost and forged packets', ko: '사라진 패킷과 위조된 패킷' },
    of: ['dropped', 'no-reply', 'spoof'],
  },
  {
    name: 'frames',
    title: { en: 'Frames, ARP and neighbours', ko: '프레임, ARP, 이웃' },
    of: ['frames', 'arp', 'arping', 'neighbours', 'cali', 'link'],
  },
  {
    name: 'addresses',
    title: { en: 'Addresses, blocks and endpoints', ko: '주소, 블록, 엔드포인트' },
    of: ['workloads', 'pod.address', 'pods', 'pools', 'blocks'],
  },
  { name: 'routes', title: { en: 'Routes', ko: '경로' }, of: ['routes'] },
  {
    name: 'rules',
    title: { en: 'iptables, ipsets and connections tracked', ko: 'iptables, ipset, 연결 추적' },
    of: ['rule', 'chain', 'ipset', 'connections'],
  },
  {
    name: 'typing',
    title: { en: 'Commands typed on a host', ko: '호스트에 입력하는 명령' },
    of: ['command', 'terminal'],
  },
  {
    name: 'changes',
    title: { en: 'What Felix and BIRD put back', ko: 'Felix와 BIRD가 되돌리는 것' },
    of: ['changes'],
  },
];

/** @throws Error where no topic has it, or where two have */
export function topicOf({ id }: Pick<CatalogueEntry, 'id'>): Topic {
  const matching = TOPICS.flatMap((topic) =>
    topic.of.filter((start) => `${id}.`.startsWith(`${start}.`)).map(() => topic),
  );
  const [topic, ...others] = matching;
  if (topic === undefined || others.length > 0) {
    throw new Error(`${id} belongs to ${matching.length} topics of src/docs/catalogue/topics.ts`);
  }
  return topic;
}
