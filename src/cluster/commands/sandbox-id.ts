/**
 * The name of a pod's sandbox, under which CNI writes its interface and its address down: drawn by the
 * container runtime, and here from the pod's own, since no containers run.
 */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** 64 hexadecimal digits. */
export function sandboxId(podUid: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${podUid} sandbox`)));
}
