/**
 * `ip neigh`: the neighbour table (ip-neighbour(8)).
 */
import { applyOp } from '../../../kernel/ops/apply-op';
import { CommandError } from '../../../netfilter/command-error';
import { renderAnswers } from '../field';
import { flushReport } from '../flush-report';
import type { IpCommand, IpObject } from '../ip-object';
import { askKernel, deviceNamed, kernelRefusal } from '../ip-words';
import { changeNeighbour, deleteNeighbour } from './change-neighbour';
import { briefNeighbourFields, neighbourFields } from './neighbour-fields';
import { parseNeighbourFilter, rowsOf } from './neighbour-filter';

const show: IpCommand = ({ words, netns, options }) => {
  const filter = parseNeighbourFilter(words, netns);
  const rows = rowsOf(netns, filter, (state) => state !== 'none' && state !== 'noarp');
  const manner = { hidesDevice: filter.device !== undefined, statistics: options.statistics };
  const shown = options.family === 'inet6' || filter.isProxy ? [] : rows;
  return renderAnswers(
    shown.map((row) => (options.brief ? briefNeighbourFields(row) : neighbourFields(row, manner))),
    options,
  );
};

const get: IpCommand = ({ words, netns, options }) => {
  const { device, address } = parseNeighbourFilter(words, netns);
  if (device === undefined || address === undefined) {
    throw new CommandError('Device and address are required arguments.', 1);
  }
  const row = netns.neighbours.find(deviceNamed(netns, device), address.address);
  if (row === undefined) {
    throw kernelRefusal('No such file or directory', 'Neighbour entry not found');
  }
  const manner = { hidesDevice: false, statistics: options.statistics };
  return renderAnswers([neighbourFields(row, manner)], options);
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

const HELP = `Usage: ip neigh { add | del | change | replace } ADDR lladdr LLADDR dev DEV
                [ nud { permanent | noarp | stale | reachable } ]
       ip neigh { show | flush } [ to PREFIX ] [ dev DEV ] [ nud STATE ]
       ip neigh get ADDR dev DEV`;

export const neigh: IpObject = {
  names: ['neighbor', 'neighbour'],
  help: 'neigh',
  usage: HELP,
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
    ['get', get],
  ],
};
