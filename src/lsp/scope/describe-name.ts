/**
 * What a name is, in a few words of the feature's language.
 */
import { qualified } from '../../../steps/support/references';
import type { Name, NameKind } from '../../spec/names';

/** `pod on k8s-w1, namespace default, 172.16.158.1`. */
export function describeName(name: Name, language: string): string {
  const words = language === 'ko' ? KOREAN : ENGLISH;
  const what = words[name.kind](name);
  return name.address === undefined ? what : `${what}, ${name.address}`;
}

type Words = Readonly<Record<NameKind, (name: Name) => string>>;

const ENGLISH: Words = {
  pod: (pod) => `pod on ${pod.of}, namespace ${namespaceOf(pod)}`,
  node: () => 'node',
  router: () => 'router',
  outside: () => 'host outside the cluster',
  interface: ({ of }) => `interface of ${of}`,
  pool: () => 'pool of addresses',
  resource: ({ of }) => `resource of kind ${of}`,
  chain: ({ table, of }) => `chain of table ${table} on ${of}`,
  ipset: ({ of }) => `ipset on ${of}`,
};

const KOREAN: Words = {
  pod: (pod) => `${pod.of} 노드의 파드, 네임스페이스 ${namespaceOf(pod)}`,
  node: () => '노드',
  router: () => '라우터',
  outside: () => '클러스터 밖의 호스트',
  interface: ({ of }) => `${of}의 인터페이스`,
  pool: () => '주소 풀',
  resource: ({ of }) => `${of} 리소스`,
  chain: ({ table, of }) => `${of}의 ${table} 테이블의 체인`,
  ipset: ({ of }) => `${of}의 ipset`,
};

function namespaceOf({ text }: Name): string {
  return qualified(text).split('/')[0] ?? '';
}
