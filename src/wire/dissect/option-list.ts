/**
 * What the options of IPv4 and of TCP have in common: a kind, a length that covers both, contents.
 */
import type { GrowingNode } from './growing-node';
import { plural } from './notation';
import type { Reader } from './reader';

/**
 * The length of the option at `at`, in bytes.
 * @returns `undefined` where the options end with the fault that is told
 */
export function optionLength(
  reader: Reader,
  parent: GrowingNode,
  at: number,
  end: number,
  title: string,
): number | undefined {
  const fault = (words: string, size: number) => {
    reader.field(parent, '', `${title} (${words})`, '', at, size);
    return undefined;
  };
  if (at + 1 >= end) return fault('length byte past end of options', 1);
  const length = reader.u8(at + 1);
  if (length < 2) return fault(`with too-short option length = ${plural(length, 'byte')}`, 2);
  if (at + length <= end) return length;
  return fault(
    `option length = ${length} bytes says option goes past end of options`,
    end - at - 2,
  );
}
