/**
 * The words of the packet walk, in both languages.
 */
import type { Wording } from '../../base/wording';
import type { WalkPacket } from '../model/walk';

export const WALK_WORDS = {
  lab: { en: 'The lab', ko: '실습 환경' },
  topology: { en: "The lab, and the packet's way through it", ko: '실습 환경과 패킷의 경로' },
  ladder: { en: 'Who sent what to whom', ko: '누가 누구에게 무엇을 보냈는가' },
  walk: { en: 'Packet walk', ko: '패킷 경로' },
  stimulus: { en: 'Sent', ko: '보낸 것' },
  answered: { en: 'answered', ko: '응답 받음' },
  notAnswered: { en: 'not answered', ko: '응답 없음' },
  output: { en: 'What it printed', ko: '출력' },
  changes: { en: 'Changed on the hosts before', ko: '그 전에 호스트에서 바뀐 것' },
  first: { en: 'First hop', ko: '처음' },
  back: { en: 'Back', ko: '이전' },
  next: { en: 'Next', ko: '다음' },
  last: { en: 'Last hop', ko: '마지막' },
  play: { en: 'Play', ko: '재생' },
  pause: { en: 'Pause', ko: '멈춤' },
  loss: { en: 'Go to the loss', ko: '유실 지점으로' },
  lost: { en: 'lost', ko: '유실' },
  player: {
    en: 'Step through the walk; arrow keys work, too',
    ko: '한 단계씩 보기 (화살표 키도 됨)',
  },
  request: { en: 'request', ko: '요청' },
  reply: { en: 'reply', ko: '응답' },
  nobody: { en: 'nobody got it', ko: '아무도 받지 못함' },
  empty: { en: 'No packet was sent.', ko: '보낸 패킷이 없다.' },
  time: { en: 'ms', ko: 'ms' },
} as const satisfies Readonly<Record<string, Wording>>;

export const ROLE_WORDS: Readonly<Record<WalkPacket['role'], Wording>> = {
  request: WALK_WORDS.request,
  reply: WALK_WORDS.reply,
  arp: { en: 'ARP', ko: 'ARP' },
  error: { en: 'ICMP error', ko: 'ICMP 오류' },
  other: { en: 'other', ko: '기타' },
};

export function stopWords(at: number, of: number, host: string, role: Wording): Wording {
  return {
    en: `Stop ${at} of ${of}: the ${role.en} on ${host}`,
    ko: `${of}개 중 ${at}번째: ${host}의 ${role.ko}`,
  };
}

export function morePods(count: number): Wording {
  return { en: `and ${count} more pods`, ko: `그 밖의 파드 ${count}개` };
}

export function moreNodes(count: number): Wording {
  return { en: `${count} more nodes are not drawn`, ko: `노드 ${count}개는 그리지 않음` };
}

export function moreMessages(count: number): Wording {
  return { en: `Show ${count} more`, ko: `${count}개 더 보기` };
}
