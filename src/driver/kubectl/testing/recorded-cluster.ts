/**
 * What kubectl 1.30 and calicoctl 3.27 print of the cluster in which the contract is checked, and what
 * tcpdump captures there of one ping. Their words and forms are the real programs'; the values are the
 * simulation's.
 */
import { formatIpv4 } from '../../../addr/ipv4';
import { formatMac } from '../../../addr/mac';
import type { CapturedFrame } from '../../../trace/trace';
import { captureBytes, linkTypeOf } from '../../../wire/capture/capture';
import { writePcap } from '../../../wire/capture/pcap';
import { buildWorld, pingTo } from '../../contract/world.contract';
import type { Driver, Inventory, Link } from '../../driver';
import { newSimDriver } from '../../sim/sim';
import type { Answer } from './stand-in-folder';

export const CONTEXT = 'kind-kans';

/** How far the clock of each node is ahead, in microseconds. */
const AHEAD_US: Readonly<Record<string, number>> = { 'k8s-w1': 2_000_000, 'k8s-w2': 1_950_000 };

const STEP_US = 10;

export interface Recorded {
  readonly answers: readonly Answer[];
  /** What the simulation saw of the same ping. */
  readonly frames: readonly CapturedFrame[];
}

export async function recordCluster(): Promise<Recorded> {
  const driver = newSimDriver({ seed: 1, wire: false });
  await buildWorld(driver);
  const inventory = await driver.inventory();
  const outcome = await driver.run(pingTo('172.16.184.1'));
  const hosts = [...inventory.nodes, ...inventory.workloads.map(({ pod }) => ({ name: pod }))];
  const tables = await Promise.all(hosts.map(({ name }) => tablesOf(driver, name)));
  const answers = [
    ...listAnswers(inventory),
    ...changeAnswers(),
    ...tables.flat(),
    { pattern: `${inPod('default/pod1')} ping `, stdout: outcome.output },
    ...captureAnswers(apart(outcome.frames), inventory),
  ];
  await driver.close();
  return { answers, frames: outcome.frames };
}

function listAnswers({ nodes, workloads, pools, blocks }: Inventory): readonly Answer[] {
  return [
    { pattern: 'kubectl config current-context$', stdout: `${CONTEXT}\n` },
    listed(
      'kubectl .* get nodes ',
      nodes.map(({ name, address }) => ({
        metadata: { name },
        status: {
          addresses: [
            { type: 'InternalIP', address: formatIpv4(address) },
            { type: 'Hostname', address: name },
          ],
        },
      })),
    ),
    listed(
      'calicoctl get ippool ',
      pools.map(({ name, ...spec }) => ({ metadata: { name }, spec })),
    ),
    listed(
      'calicoctl get workloadendpoint ',
      workloads.map((one) => {
        const [namespace, pod] = one.pod.split('/');
        return {
          metadata: { name: `${one.node}-k8s-${pod}-eth0`, namespace },
          spec: {
            node: one.node,
            orchestrator: 'k8s',
            endpoint: 'eth0',
            pod,
            interfaceName: one.interface,
            ipNetworks: [`${formatIpv4(one.address)}/32`],
            profiles: one.profiles,
          },
        };
      }),
    ),
    listed(
      'get ipamblocks.crd.projectcalico.org ',
      blocks.map(({ cidr, node, addressesInUse }) => ({
        metadata: { name: cidr.replaceAll(/[./]/g, '-') },
        spec: {
          cidr,
          affinity: `host:${node}`,
          allocations: Array.from({ length: 256 }, (_, at) => (at < addressesInUse ? at : null)),
          deleted: false,
        },
      })),
    ),
  ];
}

function listed(pattern: string, items: readonly object[]): Answer {
  return { pattern, stdout: JSON.stringify({ apiVersion: 'v1', kind: 'List', items }) };
}

function changeAnswers(): readonly Answer[] {
  const notFound = 'Error from server (NotFound): pods "pod1" not found\n';
  return [
    { pattern: ' get pod ', stderr: notFound, exit: 1 },
    { pattern: ' (?:apply|create|delete|wait|patch) ', stdout: 'done\n' },
  ];
}

function inPod(host: string): string {
  const [namespace, pod] = host.split('/');
  return pod === undefined
    ? `exec -n calicumber-\\S+ on-${host} --`
    : `exec -n ${namespace} ${pod} --`;
}

async function tablesOf(driver: Driver, host: string): Promise<readonly Answer[]> {
  const links = await driver.links(host);
  const stdout = JSON.stringify(links.map(linkRow));
  return [{ pattern: `${inPod(host)} ip -j -d address show$`, stdout }];
}

function linkRow({ name, kind, mac, mtu, isUp, addresses }: Link): object {
  return {
    ifname: name,
    flags: isUp ? ['UP', 'LOWER_UP'] : [],
    mtu,
    link_type: kind === 'loopback' ? 'loopback' : kind === 'ipip' ? 'ipip' : 'ether',
    ...(mac === undefined ? {} : { address: formatMac(mac) }),
    linkinfo: { info_kind: kind === 'nic' ? undefined : kind },
    addr_info: addresses.map(({ address, length }) => {
      return { family: 'inet', local: formatIpv4(address), prefixlen: length };
    }),
  };
}

/** In the simulation things happen at once; in life one comes after the other. */
function apart(frames: readonly CapturedFrame[]): readonly CapturedFrame[] {
  return frames.map((frame, index) => ({ ...frame, atUs: index * STEP_US }));
}

/** A file for each interface that saw something, and an empty one for each other. */
function captureAnswers(frames: readonly CapturedFrame[], { workloads }: Inventory): Answer[] {
  const files = new Map<string, CapturedFrame[]>();
  for (const frame of frames) {
    const way = frame.frame.kind === 'ipv4' ? frame.direction : 'inout';
    const spot = `${inPod(frame.host)} cat \\S+/${frame.device}:${way}\\.pcap$`;
    files.set(spot, [...(files.get(spot) ?? []), frame]);
  }
  const nodeOf = new Map(workloads.map(({ pod, node }) => [pod, node]));
  const file = (all: readonly CapturedFrame[]) => {
    const [first] = all;
    const ahead = AHEAD_US[nodeOf.get(first?.host ?? '') ?? first?.host ?? ''] ?? 0;
    const records = all.map(({ atUs, frame }) => ({
      atUs: atUs + ahead,
      bytes: captureBytes(frame),
    }));
    const bytes = writePcap(first === undefined ? 1 : linkTypeOf(first.frame), records);
    return Buffer.from(inNanoseconds(bytes)).toString('base64');
  };
  const counts =
    '/tmp/x/eth0:inout.log\n3 packets captured\n3 packets received by filter\n0 packets dropped by kernel\n';
  return [
    ...[...files].map(([pattern, all]) => ({ pattern, bytes: file(all) })),
    { pattern: ' cat \\S+\\.pcap$', bytes: file([]) },
    { pattern: ' -- sh -c folder=\\$1 filter=' },
    { pattern: ' -- sh -c folder=\\$1; sleep ', stdout: counts },
    { pattern: ' -- sh -c folder=\\$1; \\[ -d ' },
    { pattern: ' -- rm -r /tmp/calicumber-' },
  ];
}

/** As `tcpdump --time-stamp-precision=nano` writes. */
function inNanoseconds(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  view.setUint32(0, 0xa1b23c4d);
  for (let at = 24; at < file.length; at += 16 + view.getUint32(at + 8)) {
    view.setUint32(at + 4, view.getUint32(at + 4) * 1000);
  }
  return file;
}
