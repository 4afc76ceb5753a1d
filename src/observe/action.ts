/**
 * What a scenario may do to its cluster, one schema for each action. Times are in seconds, as the
 * tools take them.
 */
import { z } from 'zod';

const words = z.array(z.union([z.string(), z.number()]).transform(String));

/** Every action may say how many seconds pass after it. */
const common = { settle: z.number().optional() };

/** `from`, `to` and `source` take a name of the scenario, `NODE:tunnel` or an address. */
const pingSchema = z.object({
  ...common,
  do: z.literal('ping'),
  from: z.string(),
  to: z.string(),
  count: z.number().default(1),
  interval: z.number().default(0.2),
  wait: z.number().default(1),
  size: z.number().default(56),
  ttl: z.number().optional(),
  df: z.enum(['do', 'want', 'dont']).optional(),
  source: z.string().optional(),
  icmpId: z.number().optional(),
});

const tracerouteSchema = z.object({
  ...common,
  do: z.literal('traceroute'),
  from: z.string(),
  to: z.string(),
  method: z.enum(['udp', 'icmp']).default('udp'),
  maxHops: z.number().default(6),
  probes: z.number().default(1),
  parallel: z.number().default(1),
  wait: z.number().default(1),
  /** The whole packet, in bytes. */
  size: z.number().default(60),
});

const arpingSchema = z.object({
  ...common,
  do: z.literal('arping'),
  from: z.string(),
  target: z.string(),
  sender: z.string().optional(),
  unicastTo: z.string().optional(),
  senderMac: z.string().optional(),
  dev: z.string().optional(),
  op: z.enum(['request', 'reply']).default('request'),
  count: z.number().default(1),
  wait: z.number().default(0.5),
});

const injectSchema = z.object({
  ...common,
  do: z.literal('inject'),
  from: z.string(),
  src: z.string(),
  dst: z.string(),
  dev: z.string().optional(),
  dstMac: z.string().default('ee:ee:ee:ee:ee:ee'),
  ttl: z.number().default(64),
  icmpId: z.number().default(7),
  seq: z.number().default(1),
  size: z.number().default(56),
  dfBit: z.boolean().default(true),
  count: z.number().default(1),
  wait: z.number().default(0.3),
});

/** One client socket: on which host, if not the action's `from`, and bound to which port. */
const flowSchema = z.object({ from: z.string().optional(), sport: z.number().optional() });

const talk = {
  ...common,
  from: z.string(),
  to: z.string(),
  port: z.number(),
  server: z.string().optional(),
  serverPort: z.number().optional(),
  flows: z.array(flowSchema).default([]),
};

const udpSchema = z.object({
  ...talk,
  do: z.literal('udp'),
  bind: z.string().optional(),
  size: z.number().default(16),
  df: z.enum(['do', 'dont']).optional(),
  wait: z.number().default(1),
});

const tcpSchema = z.object({
  ...talk,
  do: z.literal('tcp'),
  mode: z.enum(['handshake', 'talk']).default('talk'),
  listen: z.boolean().default(true),
  wait: z.number().default(2),
});

const createPodSchema = z.object({
  ...common,
  do: z.literal('createPod'),
  pod: z.string(),
  node: z.string().optional(),
  ip: z.string().optional(),
  mac: z.string().optional(),
  macSalt: z.number().optional(),
  proxyArp: z.number().optional(),
  proxyDelay: z.number().optional(),
  gatewayNeigh: z.enum(['arp', 'permanent']).optional(),
  rpFilter: z.number().optional(),
});

const deletePodSchema = z.object({ ...common, do: z.literal('deletePod'), pod: z.string() });

const sysctlSchema = z.object({
  ...common,
  do: z.literal('sysctl'),
  ns: z.string(),
  set: z.record(z.string(), z.union([z.string(), z.number()])),
});

const linkSchema = z.object({
  ...common,
  do: z.literal('link'),
  ns: z.string(),
  dev: z.string(),
  /** What follows `ip link set DEV`. */
  set: words,
});

const neighSchema = z.object({
  ...common,
  do: z.literal('neigh'),
  ns: z.string(),
  op: z.enum(['flush', 'del', 'replace']),
  dev: z.string().default('eth0'),
  ip: z.string().optional(),
  mac: z.string().optional(),
  nud: z.string().default('permanent'),
});

const routeSchema = z.object({
  ...common,
  do: z.literal('route'),
  ns: z.string(),
  op: z.enum(['add', 'del', 'replace']),
  /** What follows `ip route OP`. */
  route: z.string(),
});

const iptablesSchema = z.object({
  ...common,
  do: z.literal('iptables'),
  ns: z.string(),
  args: words,
});

const natOutgoingSchema = z.object({
  ...common,
  do: z.literal('natOutgoing'),
  enabled: z.boolean(),
  pool: z.string().optional(),
});

const conntrackFlushSchema = z.object({ ...common, do: z.literal('conntrackFlush') });
const observeSchema = z.object({ ...common, do: z.literal('observe') });
const sleepSchema = z.object({ ...common, do: z.literal('sleep'), seconds: z.number() });

export const actionSchema = z.discriminatedUnion('do', [
  pingSchema,
  tracerouteSchema,
  arpingSchema,
  injectSchema,
  udpSchema,
  tcpSchema,
  createPodSchema,
  deletePodSchema,
  sysctlSchema,
  linkSchema,
  neighSchema,
  routeSchema,
  iptablesSchema,
  natOutgoingSchema,
  conntrackFlushSchema,
  observeSchema,
  sleepSchema,
]);

export type Action = z.infer<typeof actionSchema>;
export type ActionOf<Kind extends Action['do']> = Extract<Action, { do: Kind }>;
