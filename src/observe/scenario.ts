/**
 * A scenario: a small cluster and what is done to it, as JSON. `normaliseScenario` fills in what it
 * leaves out, so that everyone who reads one sees whole nodes, pools and pods.
 */
import { z } from 'zod';
import { type Action, actionSchema } from './action';
import { SEED_NODES, SEED_SEGMENTS } from './seed-cluster';

const sysctlValues = z.record(z.string(), z.union([z.string(), z.number()]));

const nodeSchema = z.object({
  ip: z.string(),
  gw: z.string(),
  segment: z.string(),
  block: z.string(),
  extraBlocks: z.array(z.string()).default([]),
  uplink: z.string().default('ens5'),
  sysctls: sysctlValues.default({}),
});

const nodeOverrideSchema = nodeSchema.partial();
type NodeOverride = z.infer<typeof nodeOverrideSchema>;

const poolSchema = z.object({
  name: z.string().default('default-ipv4-ippool'),
  cidr: z.string().default('172.16.0.0/16'),
  encap: z
    .enum(['None', 'Never', 'IPIP', 'IPIPCrossSubnet', 'VXLAN', 'VXLANCrossSubnet'])
    .default('None'),
  natOutgoing: z.boolean().default(true),
});

/** What makes a pod, and what may be wrong with it. */
export const podSchema = z.object({
  node: z.string(),
  ip: z.string(),
  mac: z.string().optional(),
  /** Another MAC for the same address. */
  macSalt: z.number().optional(),
  mtu: z.number().optional(),
  /** `false`: the pod has no routes. */
  gateway: z.boolean().default(true),
  gatewayNeigh: z.enum(['arp', 'permanent']).optional(),
  gatewayMac: z.string().optional(),
  /** `false`: the node has no route to the pod. */
  hostRoute: z.boolean().default(true),
  hostMac: z.string().optional(),
  proxyArp: z.number().default(1),
  proxyDelay: z.number().default(0),
  rpFilter: z.number().optional(),
  /** `true`: made later, by an action. */
  absent: z.boolean().default(false),
});

const serviceSchema = z.object({
  ip: z.string(),
  port: z.number(),
  targetPort: z.number().optional(),
  protocol: z.string().default('tcp'),
  backends: z.array(z.string()),
});

const externalSchema = z.object({
  name: z.string(),
  ip: z.string(),
  gw: z.string(),
  defaultRoute: z.boolean().default(false),
});

const mtuSchema = z.object({ uplink: z.number(), pod: z.number(), tunnel: z.number() }).partial();

const scenarioSchema = z.object({
  nodes: z
    .union([z.array(z.string()), z.record(z.string(), nodeSchema.partial())])
    .default(['k8s-w1']),
  pools: z.array(poolSchema).default([]),
  pods: z
    .union([z.array(podSchema.extend({ name: z.string() })), z.record(z.string(), podSchema)])
    .default({}),
  services: z.record(z.string(), serviceSchema).default({}),
  mtu: mtuSchema.default({}),
  routing: z.enum(['static', 'bird']).default('static'),
  filter: z.enum(['calico', 'none']).default('calico'),
  podGatewayNeigh: z.enum(['arp', 'permanent']).default('arp'),
  routerDefault: z.boolean().default(true),
  routerRoutes: z.array(z.string()).default([]),
  segments: z.record(z.string(), z.string()).default({}),
  external: externalSchema.default({
    name: 'internet',
    ip: '8.8.8.8/24',
    gw: '8.8.8.1',
    defaultRoute: false,
  }),
  nodeSysctls: sysctlValues.default({}),
  /** Seconds to wait after each action. */
  settle: z.number().default(0.25),
  actions: z.array(actionSchema).default([]),
});

export type ScenarioNode = z.infer<typeof nodeSchema>;
export type ScenarioPool = z.infer<typeof poolSchema>;
export type ScenarioPod = z.infer<typeof podSchema>;
export type ScenarioService = z.infer<typeof serviceSchema>;

/** `crossSubnetOnly`: nodes on one segment reach each other without the tunnel. */
interface Encapsulation {
  readonly kind: 'none' | 'ipip' | 'vxlan';
  readonly crossSubnetOnly: boolean;
}

export interface Scenario {
  readonly nodes: ReadonlyMap<string, ScenarioNode>;
  readonly pools: readonly ScenarioPool[];
  readonly encapsulation: Encapsulation;
  readonly pods: ReadonlyMap<string, ScenarioPod>;
  readonly services: ReadonlyMap<string, ScenarioService>;
  /** Bytes. */
  readonly mtu: { readonly uplink: number; readonly pod: number; readonly tunnel: number };
  readonly routing: 'static' | 'bird';
  readonly filter: 'calico' | 'none';
  readonly podGatewayNeigh: 'arp' | 'permanent';
  readonly routerDefault: boolean;
  readonly routerRoutes: readonly string[];
  /** The router's address on each segment, by the segment's name. */
  readonly segments: ReadonlyMap<string, string>;
  readonly external: z.infer<typeof externalSchema>;
  readonly nodeSysctls: Readonly<Record<string, string | number>>;
  readonly settle: number;
  readonly actions: readonly Action[];
}

/** A scenario that cannot be read; `message` says where and why. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

/** A tool of the cluster refused what the scenario types. */
export class RefusedCommandError extends ScenarioError {}

/** @throws ScenarioError where the value is no scenario */
export function normaliseScenario(value: unknown): Scenario {
  const read = scenarioSchema.safeParse(value);
  if (!read.success) throw new ScenarioError(z.prettifyError(read.error));
  const { nodes, pods, mtu, services, segments, ...rest } = read.data;
  const pools = rest.pools.length === 0 ? [poolSchema.parse({})] : rest.pools;
  return {
    ...rest,
    nodes: wholeNodes(Array.isArray(nodes) ? byName(nodes) : nodes),
    pools,
    encapsulation: encapsulationOf(pools[0]),
    pods: new Map(
      Array.isArray(pods) ? pods.map(({ name, ...pod }) => [name, pod]) : Object.entries(pods),
    ),
    services: new Map(Object.entries(services)),
    segments: new Map(Object.entries({ ...SEED_SEGMENTS, ...segments })),
    mtu: wholeMtu(pools, mtu),
  };
}

function byName(names: readonly string[]): Record<string, NodeOverride> {
  return Object.fromEntries(names.map((name) => [name, {}]));
}

function wholeNodes(nodes: Record<string, NodeOverride>): Map<string, ScenarioNode> {
  const whole = new Map<string, ScenarioNode>();
  for (const [name, node] of Object.entries(nodes)) {
    const read = nodeSchema.safeParse({ ...SEED_NODES[name], ...node });
    if (!read.success) throw new ScenarioError(`node ${name}: ${z.prettifyError(read.error)}`);
    whole.set(name, read.data);
  }
  return whole;
}

function encapsulationOf(pool: ScenarioPool | undefined): Encapsulation {
  const encap = pool?.encap ?? 'None';
  const crossSubnetOnly = encap.endsWith('CrossSubnet');
  if (encap.startsWith('IPIP')) return { kind: 'ipip', crossSubnetOnly };
  if (encap.startsWith('VXLAN')) return { kind: 'vxlan', crossSubnetOnly };
  return { kind: 'none', crossSubnetOnly: false };
}

/** What the tunnel's headers add, in bytes. */
const OVERHEAD = { none: 0, ipip: 20, vxlan: 50 } as const;

function wholeMtu(pools: readonly ScenarioPool[], given: z.infer<typeof mtuSchema>) {
  const uplink = given.uplink ?? 1500;
  const overheads = pools.map((pool) => OVERHEAD[encapsulationOf(pool).kind]);
  const pod = given.pod ?? uplink - Math.max(...overheads);
  const tunnel = given.tunnel ?? uplink - (overheads.find((bytes) => bytes > 0) ?? 0);
  return { uplink, pod, tunnel };
}
