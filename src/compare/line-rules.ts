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
  inLines(
    'MAC addresses in lines',
    'as in frames',
    /\b([\da-f]{2}:){5}[\da-f]{2}\b/g,
    (mac, surroundings) => macName(mac, surroundings),
  ),
];
