/**
 * Opens a capture file of either format.
 */
import type { Capture } from './capture';
import { CaptureFormatError } from './capture';
import { isPcap, readPcap } from './pcap';
import { isPcapng, readPcapng } from './read-pcapng';

/** `interfaceName` is for classic files, which name none. Throws `CaptureFormatError`. */
export function readCapture(file: Uint8Array, interfaceName: string): Capture {
  if (isPcapng(file)) return readPcapng(file);
  if (isPcap(file)) return readPcap(file, interfaceName);
  throw new CaptureFormatError('neither a pcap nor a pcapng file');
}
