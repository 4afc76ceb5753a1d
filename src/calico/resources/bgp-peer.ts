/** BGPPeer: who speaks BGP with whom, besides the mesh. */
import { z } from 'zod';
import { withRules } from '../../manifest/rule';
import { calicoKind, clusterSchema } from './calico-kind';
import {
  asNumber,
  flag,
  integer,
  secretKeyRef,
  selectorText,
  shortText,
  text,
  textList,
} from './fields';

const spec = withRules(
  z.strictObject({
    asNumber,
    filters: textList,
    keepOriginalNextHop: flag,
    keepaliveTime: text,
    localASNumber: asNumber,
    localWorkloadSelector: selectorText,
    maxRestartTime: text,
    nextHopMode: z.enum(['Auto', 'Self', 'Keep']).optional(),
    node: shortText(253),
    nodeSelector: selectorText,
    numAllowedLocalASNumbers: z.int().optional().meta({ format: 'int32' }),
    password: z.strictObject({ secretKeyRef }).optional(),
    peerIP: shortText(64),
    peerSelector: selectorText,
    reachableBy: shortText(64),
    reversePeering: text,
    sourceAddress: z.enum(['UseNodeIP', 'None']).optional(),
    ttlSecurity: integer,
  }),
  [
    {
      says: 'node and nodeSelector cannot both be set',
      at: ['nodeSelector'],
      broken: (peer) => Boolean(peer.node && peer.nodeSelector),
    },
    {
      says: 'peerIP and peerSelector cannot both be set',
      at: ['peerSelector'],
      broken: (peer) => Boolean(peer.peerIP && peer.peerSelector),
    },
    {
      says: 'asNumber must be empty when peerSelector is set',
      at: ['asNumber'],
      broken: (peer) => Boolean(peer.peerSelector && peer.asNumber),
    },
    {
      says: 'peerIP must be empty when localWorkloadSelector is set',
      at: ['peerIP'],
      broken: (peer) => Boolean(peer.localWorkloadSelector && peer.peerIP),
    },
    {
      says: 'peerSelector must be empty when localWorkloadSelector is set',
      at: ['peerSelector'],
      broken: (peer) => Boolean(peer.localWorkloadSelector && peer.peerSelector),
    },
    {
      says: 'asNumber is required when localWorkloadSelector is set',
      at: ['localWorkloadSelector'],
      broken: (peer) => Boolean(peer.localWorkloadSelector && !peer.asNumber),
    },
    {
      says: 'reachableBy must be empty when peerIP is empty',
      at: ['reachableBy'],
      broken: (peer) => Boolean(peer.reachableBy && !peer.peerIP),
    },
    {
      says: 'keepOriginalNextHop and nextHopMode cannot both be set; keepOriginalNextHop is deprecated, use nextHopMode instead',
      at: ['keepOriginalNextHop'],
      broken: (peer) => Boolean(peer.keepOriginalNextHop && peer.nextHopMode),
    },
  ],
);

const schema = clusterSchema('BGPPeer', spec);

export type BgpPeer = z.output<typeof schema>;

export const bgpPeerKind = calicoKind<BgpPeer>(schema, {
  kind: 'BGPPeer',
  plural: 'bgppeers',
  shortNames: [],
  isNamespaced: false,
});
