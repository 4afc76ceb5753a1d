/**
 * `calicumber.dev/v1` Underlay: the network below the cluster, which Kubernetes does not describe.
 * Segments (subnets, each one broadcast domain), routers between them, hosts outside the cluster. A
 * Node is on the segment that holds its InternalIP.
 */
import { z } from 'zod';
import { interfaceAddressText, ipv4Text, networkText } from '../k8s/resources/addresses';
import { clusterMetadata } from '../k8s/resources/metadata';
import { labelName } from '../k8s/resources/names';
import type { Kind } from '../manifest/kind';
import { findUnderlayObjection } from './underlay-rules';

const MTU_ETHERNET = 1500;
/** RFC 791: what every link must carry. */
const MTU_MIN = 68;
const MTU_MAX = 65535;
const LATENCY_MAX_MS = 60_000;

const mtu = z.int().min(MTU_MIN).max(MTU_MAX);
const latencyMs = z.number().min(0).max(LATENCY_MAX_MS);
const lossPercent = z.number().min(0).max(100);

/** A prefix, or `default`. */
const destination = z.union([z.literal('default').transform(() => '0.0.0.0/0'), networkText], {
  error: 'must be default or an IPv4 prefix without host bits, such as 10.0.0.0/8',
});

const segment = z.strictObject({
  name: labelName,
  cidr: networkText,
  mtu: mtu.optional(),
  latencyMs: latencyMs.optional(),
  lossPercent: lossPercent.optional(),
});

const router = z.strictObject({
  name: labelName,
  addresses: z.array(interfaceAddressText).min(1),
  routes: z.array(z.strictObject({ to: destination, via: ipv4Text })).default([]),
});

const host = z.strictObject({
  name: labelName,
  address: interfaceAddressText,
  /** Where routes lead that name no next hop; without any routes, the way to everywhere. */
  gateway: ipv4Text.optional(),
  routes: z.array(z.strictObject({ to: destination, via: ipv4Text.optional() })).optional(),
});

const fields = z.strictObject({
  segments: z.array(segment).min(1),
  routers: z.array(router).default([]),
  hosts: z.array(host).default([]),
  /** Of segments that have none of their own; bytes. */
  mtu: mtu.default(MTU_ETHERNET),
  /** One way; where there is none, a link is as fast as a switch. */
  latencyMs: latencyMs.optional(),
  lossPercent: lossPercent.default(0),
});

export type UnderlayFields = z.output<typeof fields>;

const spec = fields
  .superRefine((value, context) => {
    if (context.issues.length > 0) return;
    const objection = findUnderlayObjection(value);
    if (objection === undefined) return;
    context.addIssue({ code: 'custom', message: objection.says, path: [...objection.path] });
  })
  .transform((underlay) => ({
    ...underlay,
    segments: underlay.segments.map((one) => ({
      ...one,
      mtu: one.mtu ?? underlay.mtu,
      latencyMs: one.latencyMs ?? underlay.latencyMs,
      lossPercent: one.lossPercent ?? underlay.lossPercent,
    })),
    hosts: underlay.hosts.map((one) => ({ ...one, routes: routesOf(one) })),
  }));

function routesOf({ gateway, routes }: UnderlayFields['hosts'][number]) {
  const wanted = routes ?? [{ to: '0.0.0.0/0' }];
  return wanted.flatMap(({ to, via = gateway }: { to: string; via?: string | undefined }) =>
    via === undefined ? [] : [{ to, via }],
  );
}

const schema = z.strictObject({
  apiVersion: z.literal('calicumber.dev/v1'),
  kind: z.literal('Underlay'),
  metadata: clusterMetadata().default({ name: 'default', labels: {}, annotations: {} }),
  spec,
});

export type Underlay = z.output<typeof schema>;

export const underlayKind: Kind<Underlay> = {
  apiVersion: 'calicumber.dev/v1',
  kind: 'Underlay',
  aliases: [],
  plural: 'underlays',
  shortNames: [],
  isNamespaced: false,
  schema,
};
