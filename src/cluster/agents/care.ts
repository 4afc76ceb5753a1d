/**
 * The parts of a node that are looked after, each by an agent and at its own pace: the four tables of
 * iptables, the IP sets, Felix's routes, the tunnels, BIRD's routes.
 */
import type { RefreshIntervals } from '../../calico/felix/refresh-intervals';
import type { HostChange } from '../../host/host-change';
import type { HostState } from '../../host/host-state';
import type { Op } from '../../host/op';
import type { HostEdit } from '../../kernel/host-edit';
import type { Netns } from '../../kernel/netns';
import type { Clock } from './clock';
import { ipSetRepairs } from './owned/ip-sets';
import { birdRouteRepairs, felixRouteRepairs } from './owned/routes';
import { tableRepairs } from './owned/tables';
import { tunnelRepairs, vxlanPeerRepairs } from './owned/tunnels';
import { TableClock } from './table-clock';
import { TickClock } from './tick-clock';

export type AgentName = Exclude<HostChange['by'], 'hand'>;

export interface Care {
  /** `nat`, `ipset`, `routes` … */
  readonly name: string;
  readonly agent: AgentName;
  readonly clock: Clock;
  /** Whether the edit may have touched what is looked after. */
  isAbout(edit: HostEdit): boolean;
  /** What leads from the host as it is to what is wanted of it. */
  repairs(host: Netns, wanted: HostState): readonly Op[];
}

interface CareSettings {
  readonly intervals: RefreshIntervals;
  /** How the names of workload interfaces begin. */
  readonly interfacePrefix: readonly string[];
  /** When the agent looks for the first time, for each part and how often it does. */
  readonly firstLookUs: (name: string, intervalUs: number) => number;
  /** Felix's tickers are late by up to a tenth, so that not all nodes work at once. */
  readonly jittered: (name: string, intervalUs: number) => number;
}

/** `keepIPIPDeviceInSync`, `KeepVXLANDeviceInSync`. */
const TUNNELS_US = 10_000_000;
/** `scan time 2` of BIRD's kernel protocol (confd's bird.cfg.template). */
const BIRD_SCAN_US = 2_000_000;

const TABLES = ['raw', 'mangle', 'nat', 'filter'] as const;

export function caresOf(settings: CareSettings): readonly Care[] {
  const { intervals, interfacePrefix, firstLookUs, jittered } = settings;
  const tick = (name: string, intervalUs: number) =>
    new TickClock(intervalUs, firstLookUs(name, intervalUs));
  const felixTick = (name: string, ms: number) => tick(name, jittered(name, ms * 1000));
  return [
    ...TABLES.map((table) => tableCare(table, settings)),
    {
      name: 'ipset',
      agent: 'felix',
      clock: felixTick('ipset', intervals.ipsetsMs),
      isAbout: (edit) => edit.kind === 'rules' && edit.part === 'ipset',
      repairs: ipSetRepairs,
    },
    {
      name: 'tunnels',
      agent: 'felix',
      clock: tick('tunnels', TUNNELS_US),
      isAbout: isAboutDevices,
      repairs: tunnelRepairs,
    },
    {
      name: 'routes',
      agent: 'felix',
      clock: felixTick('routes', intervals.routesMs),
      isAbout: (edit) => isAboutDevices(edit) || isAboutPeers(edit),
      repairs: (host, wanted) => [
        ...felixRouteRepairs(host, wanted, interfacePrefix),
        ...vxlanPeerRepairs(host, wanted),
      ],
    },
    {
      name: 'bird',
      agent: 'bird',
      clock: tick('bird', BIRD_SCAN_US),
      isAbout: isAboutDevices,
      repairs: (host, wanted) => birdRouteRepairs(host, wanted, interfacePrefix),
    },
  ];
}

function tableCare(table: (typeof TABLES)[number], settings: CareSettings): Care {
  const { intervals, firstLookUs } = settings;
  const refreshUs = intervals.iptablesMs * 1000;
  const lastReadUs = firstLookUs(table, refreshUs) - refreshUs;
  return {
    name: table,
    agent: 'felix',
    clock: new TableClock(refreshUs, intervals.iptablesPostWriteMs * 1000, lastReadUs),
    isAbout: (edit) => edit.kind === 'rules' && edit.part === table,
    repairs: (host, wanted) => [
      // A rule cannot be restored without the set that it asks for.
      ...(lacksSet(host, wanted) ? ipSetRepairs(host, wanted) : []),
      ...tableRepairs(host, wanted, table),
    ],
  };
}

function lacksSet({ netfilter }: Netns, { ipsets }: HostState): boolean {
  return ipsets.some(({ name }) => netfilter.ipsets.find(name) === undefined);
}

/** Where a device, an address or a route changed, routes may have gone with it. */
function isAboutDevices(edit: HostEdit): boolean {
  return edit.kind === 'op' && /^(link|address|route)-/.test(edit.op.kind);
}

function isAboutPeers(edit: HostEdit): boolean {
  return edit.kind === 'op' && /^(neighbour|fdb)-/.test(edit.op.kind);
}
