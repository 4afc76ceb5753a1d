/** The form of a walk in a message, and of the steps of its hops; see `evidence-shapes.ts`. */
import { z } from 'zod';
import type { Walk, WalkFate, WalkStep } from '../model/walk';

const text = z.string();
const number = z.number();

type Dropped = Extract<WalkFate, { readonly kind: 'dropped' }>;

/** Words of the kernel; one that this version does not know is a word all the same. */
const REASON = z.custom<Dropped['reason']>(
  (value) => typeof value === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(value),
);

const TUPLE = z.object({
  source: text,
  destination: text,
  sourcePort: number.exactOptional(),
  destinationPort: number.exactOptional(),
});

const CHAIN = z.object({
  name: text,
  rules: z.array(z.object({ number, text, isFitted: z.boolean() })),
  skipped: number,
});

const FRAME = { frame: number.exactOptional() };

const STEP: z.ZodType<WalkStep> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['receive', 'transmit']), device: text, packet: text, ...FRAME }),
  z.object({
    kind: z.literal('netfilter'),
    hook: text,
    table: text,
    verdict: text,
    chains: z.array(CHAIN),
  }),
  z.object({ kind: z.literal('nat'), hook: text, before: TUPLE, after: TUPLE }),
  z.object({ kind: z.literal('route'), destination: text, route: text, beaten: z.array(text) }),
  z.object({
    kind: z.literal('neighbour'),
    address: text,
    device: text,
    state: text,
    mac: text.exactOptional(),
  }),
  z.object({ kind: z.enum(['encapsulate', 'decapsulate']), device: text, packet: text }),
  z.object({ kind: z.literal('fragment'), mtu: number, pieces: number }),
  z.object({ kind: z.literal('sysctl'), name: text, value: text, meaning: text }),
  z.object({ kind: z.literal('answer'), what: text }),
  z.object({ kind: z.literal('note'), text }),
  z.object({ kind: z.literal('drop'), reason: REASON, because: text }),
  z.object({ kind: z.literal('deliver'), to: text }),
]);

const FATE: z.ZodType<WalkFate> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('delivered'), host: text }),
  z.object({ kind: z.literal('dropped'), host: text, reason: REASON, because: text }),
  z.object({ kind: z.enum(['split', 'merged']) }),
  z.object({ kind: z.literal('under way') }),
]);

const PACKET = z.object({
  id: number,
  cause: number.exactOptional(),
  summary: text,
  role: z.enum(['request', 'reply', 'arp', 'error', 'other']),
  hops: z.array(z.object({ host: text, atUs: number, steps: z.array(STEP) })),
  fate: FATE,
});

const END = z.object({ host: text, device: text, ...FRAME });

export const WALK: z.ZodType<Walk> = z.object({
  number,
  kind: z.enum(['ping', 'traceroute', 'arping', 'connect', 'inject', 'command']),
  title: text,
  from: text,
  isAnswered: z.boolean(),
  loss: text.exactOptional(),
  output: text,
  changes: z.array(text),
  request: number.exactOptional(),
  reply: number.exactOptional(),
  packets: z.array(PACKET),
  messages: z.array(
    z.object({ atUs: number, packet: number, summary: text, from: END, to: z.array(END) }),
  ),
});
