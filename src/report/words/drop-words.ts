/**
 * Each drop reason in both languages. The English is the engine's own sentence; a reason without Korean
 * does not compile.
 */
import { explainDrop } from '../../trace/explain-drop';
import type { DropReason } from '../../wire/drop-reason';
import type { Wording } from './say';

const KOREAN: Readonly<Record<DropReason, string>> = {
  NOT_SPECIFIED: '커널이 따로 이유를 남기지 않고 패킷을 버림',
  NO_SOCKET: '그 포트나 그 응답을 기다리는 프로그램이 없음',
  PKT_TOO_SMALL: '패킷이 자기 헤더에 적힌 길이보다 짧음',
  TCP_CSUM: 'TCP 체크섬이 틀림',
  UDP_CSUM: 'UDP 체크섬이 틀림',
  ICMP_CSUM: 'ICMP 체크섬이 틀림',
  NETFILTER_DROP: 'netfilter 규칙이 패킷을 버림',
  OTHERHOST: '프레임의 목적지가 다른 인터페이스의 MAC 주소임',
  IP_CSUM: 'IP 헤더의 체크섬이 틀림',
  IP_INHDR: 'IP 헤더를 쓸 수 없음: 형식이 잘못되었거나 TTL이 다함',
  IP_RPFILTER: '출발지 주소로 가는 경로가 패킷이 들어온 인터페이스로 나 있지 않음(rp_filter)',
  IP_NOPROTO: '이 프로토콜의 패킷을 받는 것이 호스트에 없음',
  IP_INNOROUTES: '패킷을 전달하거나 받아들일 경로가 호스트에 없음',
  IP_OUTNOROUTES: '목적지로 가는 경로가 호스트에 없음',
  IP_INADDRERRORS: '호스트가 이 주소로 패킷을 전달하지 않음',
  IP_LOCAL_SOURCE: '밖에서 들어온 패킷의 출발지가 호스트 자신의 주소임',
  IP_INVALID_SOURCE: '출발지가 어떤 호스트도 가질 수 없는 주소임',
  NEIGH_FAILED: '다음 홉을 묻는 ARP 요청에 아무도 답하지 않음',
  NEIGH_QUEUEFULL: '다음 홉의 ARP 응답을 기다리는 패킷이 이미 너무 많음',
  NEIGH_DEAD: '패킷이 기다리던 이웃 항목이 삭제됨',
  DUP_FRAG: '같은 단편이 이미 도착함',
  FRAG_REASM_TIMEOUT: '패킷의 나머지 단편이 제때 도착하지 않음',
  PKT_TOO_BIG: '패킷이 MTU보다 크고 단편화가 금지되어 있음',
  HDR_TRUNC: '헤더가 끝나기 전에 패킷이 끝남',
  DEV_READY: '인터페이스가 내려가 있음',
  DEV_HDR: '링크 계층 헤더를 쓸 수 없음',
  FULL_RING: '인터페이스의 큐가 가득 참',
  UNHANDLED_PROTO: '프레임 안의 프로토콜을 호스트가 모름',
  VXLAN_INVALID_HDR: 'VXLAN 헤더에 장치가 예상하지 않은 플래그가 있음',
  VXLAN_VNI_NOT_FOUND: '이 네트워크 식별자(VNI)의 VXLAN 장치가 호스트에 없음',
  VXLAN_NO_REMOTE: 'VXLAN 장치에 다음 홉의 포워딩(FDB) 항목이 없음',
  MAC_INVALID_SOURCE: '출발지가 어떤 인터페이스도 가질 수 없는 MAC 주소임',
  TUNNEL_TXINFO: '터널이 반대편 노드가 어디인지 모름',
  RECURSION_LIMIT: '패킷이 한 호스트 안에서 너무 많은 장치를 거침',
  LINK_LOSS: '실습 환경에서 정한 대로 링크가 프레임을 잃어버림',
};

export function dropWords(reason: DropReason): Wording {
  return { en: explainDrop(reason), ko: KOREAN[reason] };
}
