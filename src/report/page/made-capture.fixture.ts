/** A capture of one interface, of frames that differ. */
import { writePcapng } from '../../wire/capture/write-pcapng';

const LINKTYPE_IPV4 = 228;

/** @param seed captures of different seeds have no frame in common */
export function pcapngOf(count: number, seed = 0): Uint8Array {
  const interfaceName = 'k8s-w1 tunl0';
  return writePcapng({
    interfaces: [{ name: interfaceName, linkType: LINKTYPE_IPV4 }],
    frames: Array.from({ length: count }, (_, at) => ({
      interfaceName,
      atUs: at,
      direction: 'out',
      bytes: frameOf(seed * count + at),
    })),
  });
}

/** As long as a ping over a tunnel; eight bytes of it are its own. */
function frameOf(number: number): Uint8Array {
  const bytes = Uint8Array.from({ length: 104 }, (_, at) => at);
  new DataView(bytes.buffer).setUint32(20, number * 2_654_435_761);
  new DataView(bytes.buffer).setUint32(24, number);
  return bytes;
}
