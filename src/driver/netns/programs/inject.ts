/**
 * A hand-made echo request whose source may be anybody's, sent by a packet socket.
 */
import { join } from 'node:path';
import { BROADCAST_MAC, ZERO_MAC } from '../../../addr/mac';
import { encodeFrame } from '../../../wire/encode';
import { NO_OPTIONS, PROTOCOL_ICMP } from '../../../wire/ipv4';
import type { InjectOutcome, InjectStimulus } from '../../stimulus';
import type { BareOutcome, Site } from './program';

const DEVICE = 'eth0';
const DATA_BYTES = 56;

export async function inject(
  { lab, macOf, peerOf }: Site,
  stimulus: InjectStimulus,
): Promise<BareOutcome<InjectOutcome>> {
  const { from, source, to, ttl } = stimulus;
  const end = { host: from, device: DEVICE };
  const peer = peerOf(end);
  const bytes = encodeFrame({
    kind: 'frame',
    destination: (peer && macOf(peer)) ?? BROADCAST_MAC,
    source: macOf(end) ?? ZERO_MAC,
    payload: {
      kind: 'ipv4',
      tos: 0,
      id: 0,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      ttl,
      protocol: PROTOCOL_ICMP,
      source,
      destination: to,
      options: NO_OPTIONS,
      payload: {
        kind: 'icmp-echo',
        type: 'request',
        id: 7,
        sequence: 1,
        data: new Uint8Array(DATA_BYTES),
      },
    },
  });
  const words = ['python3', '-S', '-E', join(__dirname, 'send-frame.py'), DEVICE];
  const { stderr, exit } = await lab.run(from, words, {
    stdin: Buffer.from(bytes).toString('hex'),
  });
  return { kind: 'inject', stimulus, output: stderr, exit };
}
