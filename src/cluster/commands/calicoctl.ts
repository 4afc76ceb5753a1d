/**
 * `calicoctl get` for the resources that the stories ask for: workload endpoints, pools and nodes
 * (calicoctl/calicoctl/commands/get.go and resourcemgr; facts on the columns are in its templates).
 */
import { formatIpv4 } from '../../addr/ipv4';
import { tabwriter } from '../../base/tabwriter';
import type { WorkloadEndpoint } from '../../calico/model';
import { workloadEndpointName } from '../../calico/names';
import { ipPoolKind } from '../../calico/resources/ip-pool';
import type { CommandResult } from '../../commands/command';
import type { ControlPlane } from '../control-plane';

/** Calicoctl's own style: every cell ends with a tab, and an empty line follows the table. */
const STYLE = { minimumWidth: 5, padding: 3, padsLast: true };

interface Query {
  readonly isWide: boolean;
  readonly allNamespaces: boolean;
}

interface Listing {
  readonly names: readonly string[];
  rows(control: ControlPlane, query: Query): readonly (readonly string[])[];
}

const LISTINGS: readonly Listing[] = [
  { names: ['workloadendpoint', 'workloadendpoints', 'wep', 'weps'], rows: workloadRows },
  { names: ['ippool', 'ippools', 'pool', 'pools'], rows: poolRows },
  { names: ['node', 'nodes', 'no', 'nos'], rows: nodeRows },
];

export function calicoctl(control: ControlPlane, words: readonly string[]): CommandResult {
  const [verb, name = '', ...options] = words;
  if (verb !== 'get') return refusal(`calicoctl ${verb ?? ''} is not simulated yet; there is: get`);
  const listing = LISTINGS.find(({ names }) => names.includes(name.toLowerCase()));
  if (listing === undefined) return refusal(`resource type '${name}' is not supported`);
  const query = readOptions(options);
  if (typeof query === 'string') return refusal(query);
  return { stdout: `${tabwriter(listing.rows(control, query), STYLE)}\n`, stderr: '', exit: 0 };
}

function refusal(text: string): CommandResult {
  return { stdout: '', stderr: `${text}\n`, exit: 1 };
}

function readOptions(options: readonly string[]): Query | string {
  let isWide = false;
  let allNamespaces = false;
  for (let at = 0; at < options.length; at++) {
    const option = options[at] ?? '';
    if (option === '-A' || option === '--all-namespaces' || option === '-a') allNamespaces = true;
    else if (option === '-o' && options[at + 1] === 'wide') {
      isWide = true;
      at++;
    } else if (option === '-owide' || option === '--output=wide') isWide = true;
    else return `option ${option} is not simulated yet; there is: -o wide, -A`;
  }
  return { isWide, allNamespaces };
}

function workloadRows(control: ControlPlane, { isWide, allNamespaces }: Query) {
  const endpoints = control.endpoints
    .filter(({ k8sNamespace }) => allNamespaces || k8sNamespace === 'default')
    .sort((one, other) => (one.netns < other.netns ? -1 : 1));
  const head = ['WORKLOAD', 'NODE', 'NETWORKS', 'INTERFACE'];
  return [
    [
      ...(allNamespaces ? ['NAMESPACE'] : []),
      ...(isWide ? ['NAME'] : []),
      ...head,
      ...(isWide ? ['PROFILES', 'NATS'] : []),
    ],
    ...endpoints.map((endpoint) => [
      ...(allNamespaces ? [endpoint.k8sNamespace] : []),
      ...(isWide ? [workloadEndpointName(endpoint.node, endpoint.pod)] : []),
      ...workloadCells(endpoint),
      ...(isWide ? [endpoint.profiles.join(','), ''] : []),
    ]),
  ];
}

function workloadCells({ pod, node, address, interface: name }: WorkloadEndpoint): string[] {
  return [pod, node, `${formatIpv4(address)}/32`, name];
}

function poolRows({ store }: ControlPlane, { isWide }: Query) {
  const pools = store.list(ipPoolKind);
  if (!isWide) {
    return [
      ['NAME', 'CIDR', 'SELECTOR'],
      ...pools.map(({ metadata, spec }) => [metadata.name, spec.cidr, spec.nodeSelector]),
    ];
  }
  const modes = ['NAT', 'IPIPMODE', 'VXLANMODE', 'DISABLED', 'DISABLEBGPEXPORT'];
  return [
    ['NAME', 'CIDR', ...modes, 'SELECTOR'],
    ...pools.map(({ metadata, spec }) => [
      metadata.name,
      spec.cidr,
      String(spec.natOutgoing),
      spec.ipipMode,
      spec.vxlanMode,
      String(spec.disabled),
      String(spec.disableBGPExport),
      spec.nodeSelector,
    ]),
  ];
}

/** The AS number stands in parentheses where the node has the cluster's. */
function nodeRows(control: ControlPlane, { isWide }: Query) {
  const { nodes, bgp } = control.model;
  if (!isWide) return [['NAME'], ...nodes.map(({ name }) => [name])];
  return [
    ['NAME', 'ASN', 'IPV4', 'IPV6'],
    ...nodes.map(({ name, asNumber, address }) => [
      name,
      asNumber === undefined ? `(${bgp.asNumber})` : String(asNumber),
      `${formatIpv4(address.address)}/${address.length}`,
      '',
    ]),
  ];
}
