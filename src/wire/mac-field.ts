/**
 * A hardware address in a header: six bytes, the first one first (IEEE 802, section 8.1).
 */
import { type Mac, macFromBits } from '../addr/mac';

export function readMac(view: DataView, at: number): Mac {
  return macFromBits(view.getUint16(at), view.getUint32(at + 2));
}

export function writeMac(address: Mac, view: DataView, at: number): void {
  // A MAC has 48 bits, so it must not meet the operators of 32.
  view.setUint16(at, Math.floor(address / 0x1_0000_0000));
  view.setUint32(at + 2, address % 0x1_0000_0000);
}
