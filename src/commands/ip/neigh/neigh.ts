/**
 * `ip neigh`: the neighbour table (ip-neighbour(8)).
 */
import { applyOp } from '../../../kernel/ops/apply-op';
import { CommandError } from '../../../netfilter/command-error';
import { linesOf } from '../../command';
import { flushReport } from '../flush-report';
import type { IpCommand, IpObject } from '../ip-object';
import { askKernel } from '../ip-words';
import { changeNeighbour, deleteNeighbour } from './change-neighbour';
import { parseNeighbourFilter, rowsOf } from './neighbour-filter';
import { renderBriefly, renderNeighbour } from './render-neighbour';

const show: IpCommand = ({ words, netns, options }) => {
  const filter = parseNeighbourFilter(words, netns);
  const rows = rowsOf(netns, filter, (state) => state !== 'none' && state !== 'noarp');
  const manner = { hidesDevice: filter.device !== undefined, statistics: options.statistics };
  return linesOf(
    rows.map((row) => (options.brief ? renderBriefly(row) : renderNeighbour(row, manner))),
  );
};

const flush: IpCommand = ({ words, netns, options }) => {
  if (words.isAtEnd) throw new CommandError('Flush requires arguments.', 1);
  const filter = parseNeighbourFilter(words, netns);
  const rows = rowsOf(netns, filter, (state) => state !== 'permanent' && state !== 'noarp');
  for (const { device, address } of rows) {
    askKernel(() => applyOp(netns, { kind: 'neighbour-delete', device: device.name, address }));
  }
  return flushReport(rows.length, options);
};

export const neigh: IpObject = {
  names: ['neighbor', 'neighbour'],
  help: 'neigh',
  show,
  commands: [
    ['add', changeNeighbour('add')],
    ['change', changeNeighbour('change')],
    ['replace', changeNeighbour('replace')],
    ['delete', deleteNeighbour],
    ['show', show],
    ['lst', show],
    ['list', show],
    ['flush', flush],
  ],
};
