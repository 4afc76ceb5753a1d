/**
 * The cluster that a scenario starts from and may change: four nodes on two segments, a router with
 * one leg on each, and one host outside.
 */
interface SeedNode {
  /** With the length of its subnet. */
  readonly ip: string;
  readonly gw: string;
  readonly segment: string;
  readonly block: string;
}

export const SEED_NODES: Readonly<Record<string, SeedNode>> = {
  'k8s-m': {
    ip: '192.168.10.10/24',
    gw: '192.168.10.1',
    segment: 'a',
    block: '172.16.116.0/24',
  },
  'k8s-w1': {
    ip: '192.168.10.101/24',
    gw: '192.168.10.1',
    segment: 'a',
    block: '172.16.158.0/24',
  },
  'k8s-w2': {
    ip: '192.168.10.102/24',
    gw: '192.168.10.1',
    segment: 'a',
    block: '172.16.184.0/24',
  },
  'k8s-w0': {
    ip: '192.168.20.100/24',
    gw: '192.168.20.1',
    segment: 'b',
    block: '172.16.34.0/24',
  },
};

/** Each segment with the router's address on it. */
export const SEED_SEGMENTS: Readonly<Record<string, string>> = {
  a: '192.168.10.1/24',
  b: '192.168.20.1/24',
};

/** The gateway of every pod; nobody has this address, proxy ARP answers for it. */
export const CALICO_GATEWAY = '169.254.1.1';

export const CALI_MAC = 'ee:ee:ee:ee:ee:ee';
