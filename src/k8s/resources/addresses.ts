/** Addresses and ports in the fields of resources; the text stays text, once it is known to be good. */
import { z } from 'zod';
import { isStrictlyMasked, parseCidr, parseInterfaceAddress } from '../../addr/cidr';
import { parseIpv4 } from '../../addr/ipv4';
import { describeValue } from '../../manifest/describe-issue';

/** `192.168.10.101` */
export const ipv4Text = z.string().refine((text) => parseIpv4(text) !== undefined, {
  error: ({ input }) => `must be an IPv4 address, not ${describeValue(input)}`,
});

/** `192.168.10.0/24`, without host bits. */
export const networkText = z.string().superRefine((text, context) => {
  const reason = whatIsWrongWithNetwork(text);
  if (reason !== undefined) context.addIssue({ code: 'custom', message: reason });
});

/** `192.168.10.101/24`, or the address alone. */
export const interfaceAddressText = z
  .string()
  .refine((text) => parseInterfaceAddress(text) !== undefined, {
    error: ({ input }) =>
      `must be an IPv4 address, with or without a prefix length, not ${describeValue(input)}`,
  });

export const port = z.int().min(1).max(65535);

function whatIsWrongWithNetwork(text: string): string | undefined {
  if (parseCidr(text) === undefined) {
    return `must be an IPv4 prefix such as 192.168.10.0/24, not ${describeValue(text)}`;
  }
  return isStrictlyMasked(text) ? undefined : `must have no host bits, unlike ${text}`;
}
