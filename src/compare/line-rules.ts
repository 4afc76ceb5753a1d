/**
 * What time or chance put into lines that programs print.
 */
import { macName } from './field-rules';
import type { Normalisation, Surroundings } from './normalisation';

function inLines(
  name: string,
  reason: string,
  pattern: RegExp,
  value: (found: string, surroundings: Surroundings) => string,
): Normalisation {
  return {
    kind: 'field',
    name,
    reason,
    field: /^line$/,
    value: (line, surroundings) => line.replace(pattern, (found) => value(found, surroundings)),
  };
}

export const LINE_RULES: readonly Normalisation[] = [
  inLines(
    'durations in lines',
    'the one clock is virtual, the other real',
    /\b\d+(\.\d+)? ?ms\b|[\d.]+(\/[\d.]+){2,3} ms|\b\d+\.\d{3}\/.* ms/g,
    () => '… ms',
  ),
  inLines(
    'times of day in lines',
    'the one clock is virtual, the other real',
    /\b\d\d:\d\d:\d\d\.\d+\b/g,
    () => '…',
  ),
  inLines(
    'counters of packets and bytes',
    'they count background frames too',
    /\[\d+:\d+\]/g,
    () => '[…]',
  ),
  inLines('ids in lines', 'as in frames', /\bid[ =]\d+\b/g, (id, { names, chosen }) => {
    const number = id.slice('id '.length);
    const counts = number === '0' || chosen.icmpIds.includes(Number(number));
    return counts ? id : `id ${names.of('id in lines', number)}`;
  }),
  inLines(
    'UIDs',
    'the API server draws them (RFC 9562, section 5.4)',
    /\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/g,
    (uid, { names }) => names.of('uid', uid),
  ),
  inLines(
    'ids of containers',
    'the container runtime draws them',
    /\b[\da-f]{64}\b/g,
    (id, { names }) => names.of('container', id),
  ),
  inLines(
    'names of token volumes',
    'the API server draws five letters (k8s.io/apiserver, names.SimpleNameGenerator)',
    /\bkube-api-access-\w{5}\b/g,
    (name, { names }) => names.of('volume', name),
  ),
  inLines(
    'ages of neighbour entries in lines',
    'as in tables',
    /\bused \d+\/\d+\/\d+/g,
    () => 'used …',
  ),
  inLines(
    'MAC addresses in lines',
    'as in frames',
    /\b([\da-f]{2}:){5}[\da-f]{2}\b/g,
    (mac, surroundings) => macName(mac, surroundings),
  ),
];
