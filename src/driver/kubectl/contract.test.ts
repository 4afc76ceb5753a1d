/**
 * What every driver must do, as far as it can be shown before a stand-in. Each reason says whether a
 * live cluster could show it.
 */
import { driverContract } from '../driver.contract';
import { newKubectlDriver } from './kubectl';
import { CONTEXT, recordCluster } from './testing/recorded-cluster';
import { StandInFolder } from './testing/stand-in-folder';

const NO_NETWORK = 'a stand-in has no network that would answer; on a live cluster to be tried';
const NO_SERVER = 'no server of ours listens in a live cluster yet';

const SKIPS = [
  ...[
    'says of each resource what became of it',
    'refuses a wrong document with its place; what was before it stays',
    'deletes a resource, once',
    'patches the fields that are named, and no others',
    'pings, and says what came back, what ping printed and what was seen',
    'tells the errors that came back in the words of ping',
    'traces a route hop by hop',
    'asks by ARP, and says who answered',
    'runs a command line on a node and in a pod',
    'lets time pass: a neighbour that was used while stale is probed after five seconds',
    'shows routes in the order of ip route',
    'shows links with their addresses',
    'shows neighbours as ip neigh does',
    'shows connections in both directions',
    'shows the members of sets, and that there is no such set',
    'shows chains as iptables -S does, and that there is no such chain',
    'shows sysctls, and that there is no such path',
  ].map((duty) => ({ duty, reason: NO_NETWORK })),
  { duty: 'connects by TCP, and says whom the server saw', reason: NO_SERVER },
  { duty: 'connects by UDP, and says whom the server saw', reason: NO_SERVER },
  { duty: 'says why a connection failed', reason: NO_SERVER },
  {
    duty: 'tells what the own host refused: too long for the path, no route',
    reason: 'kubectl does not get to hosts outside of the cluster',
  },
  {
    duty: 'injects a packet with a false source, which the node drops',
    reason: 'packets with a false source are not sent into a live cluster',
  },
  {
    duty: 'keeps every frame since the lab was built, in order',
    reason: 'a live cluster is watched only while something is sent there',
  },
];

describe('before a stand-in', function () {
  this.timeout(60_000);
  const folders: StandInFolder[] = [];
  const recording = recordCluster();

  after(() => {
    for (const folder of folders) folder.remove();
  });

  const newDriver = async () => {
    const { answers } = await recording;
    const folder = new StandInFolder(answers);
    folders.push(folder);
    return newKubectlDriver({ patienceMs: 1000, environment: folder.environment(CONTEXT) });
  };
  driverContract('kubectl', newDriver, SKIPS);
});
