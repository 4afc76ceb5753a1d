/**
 * Names as the API server takes them (k8s.io/apimachinery, pkg/util/validation): which letters, how
 * long, and its words where a name is wrong.
 */
import { z } from 'zod';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

const ENDS = 'and must start and end with an alphanumeric character';

/** RFC 1123, section 2.1: the names of most resources. */
export const subdomainName = named(
  253,
  (name) => name.split('.').every((part) => LABEL.test(part)),
  `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', ${ENDS}`,
);

/** RFC 1123, one label: the names of namespaces and containers. */
export const labelName = named(
  63,
  (name) => LABEL.test(name),
  `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', ${ENDS}`,
);

/** RFC 1035: the names of Services. */
export const serviceName = named(
  63,
  (name) => LABEL_1035.test(name),
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
);

/** The name of a label or an annotation, with or without a prefix: `projectcalico.org/ds`. */
export function isQualifiedName(key: string): boolean {
  const [first = '', second, ...more] = key.split('/');
  if (more.length > 0) return false;
  const name = second ?? first;
  const hasGoodPrefix = second === undefined || subdomainName.safeParse(first).success;
  return hasGoodPrefix && name.length <= 63 && QUALIFIED.test(name);
}

export function isLabelValue(value: string): boolean {
  return value === '' || (value.length <= 63 && QUALIFIED.test(value));
}

function named(lengthMax: number, fits: (name: string) => boolean, says: string) {
  return z.string().max(lengthMax).refine(fits, { error: says });
}
