/**
 * What counts and what does not, on answers of the simulation: each field that a driver's answer has is of
 * one of three kinds, and changing it is found, or is not found, accordingly.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { ipv4 } from '../addr/ipv4';
import { newSimDriver } from '../driver/sim/sim';
import type { Stimulus } from '../driver/stimulus';
import type { Account, Answer, Row } from './account';
import { firstDifference } from './difference';
import { Recorder } from './recorder';

const FEATURES = join(__dirname, '..', '..', 'features');

/** Any change of one of these is a difference. */
const COUNTED = new RegExp(
  `^(direction|exit|sent|received|from|sequence|ttl|bytes|text|connected|error|serverSaw|value
  |route|type|scope|proto|device|kind|mtu|isUp|addresses|address|protocol|flags
  |(original|reply)\\.(source|destination)
  |(inner\\.|quoted\\.)*(
    ip\\.(source|destination|ttl|tos|length|protocol|df|mf|offset|options)
    |arp\\.(operation|senderIp|targetIp)|eth\\.(type|data)
    |icmp\\.(type|code|rest|sequence|data|dataLength)
    |udp\\.(hasChecksum|length|data)|tcp\\.(flags|acknowledgement|options|data)
    |vxlan\\.vni|data|size))$`.replace(/\s/g, ''),
);

/** No change of one of these is. */
const LEFT_OUT =
  /^(at|roundTrip)$|(^|\.)(icmp\.(stamp|checksum)|(tcp|udp)\.checksum|tcp\.(timestamps|window|windowScale))$/;

/** Drawn: which it is says nothing, but what is the same must stay the same. */
const DRAWN =
  /(^|\.)(ip\.id|icmp\.id|(source|destination)Port|eth\.(source|destination)|arp\.(sender|target)Mac|(link|neighbour)\.mac|tcp\.sequence)$|^(state|line)$/;

const STIMULI: readonly Stimulus[] = [
  {
    kind: 'ping',
    from: 'default/pod1',
    to: ipv4('172.16.184.1'),
    count: 2,
    intervalMs: 1000,
    timeoutMs: 1000,
    size: 1600,
    ttl: undefined,
    df: 'dont',
    source: undefined,
    icmpId: undefined,
  },
  {
    kind: 'connect',
    protocol: 'tcp',
    from: 'default/pod1',
    to: ipv4('8.8.8.8'),
    port: 8080,
    sourcePort: undefined,
    timeoutMs: 1000,
  },
  { kind: 'traceroute', from: 'default/pod1', to: ipv4('8.8.8.8'), method: 'udp', maxHops: 5 },
];

async function accountOf(seed: number): Promise<Account> {
  let account: Account | undefined;
  const driver = new Recorder(newSimDriver({ seed, wire: false }), (ended) => {
    account = ended.account;
  });
  for (const path of ['labs/kans-vxlan.yaml', 'manifests/two-pods-two-nodes.yaml']) {
    await driver.apply(readFileSync(join(FEATURES, path), 'utf8'), path);
  }
  for (const stimulus of STIMULI) await driver.run(stimulus);
  await driver.close();
  if (account === undefined) throw new Error('the recorder handed nothing over');
  return account;
}

/** The account with every row rewritten. */
function mapRows(account: Account, change: (row: Row, at: number) => Row): Account {
  let at = 0;
  const answers = account.answers.map((answer): Answer => {
    const tables = answer.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => change(row, at++)),
    }));
    return { ...answer, tables };
  });
  return { answers, macOwners: account.macOwners };
}

function withField(account: Account, place: Place, value: string): Account {
  return mapRows(account, (row, at) =>
    at === place.row ? { ...row, fields: { ...row.fields, [place.field]: value } } : row,
  );
}

interface Place {
  readonly row: number;
  readonly field: string;
  readonly value: string;
}

function placesOf(account: Account): readonly Place[] {
  return account.answers
    .flatMap(({ tables }) => tables.flatMap(({ rows }) => rows))
    .flatMap(({ fields }, row) =>
      Object.entries(fields).map(([field, value]) => ({ row, field, value })),
    );
}

describe('the first difference', () => {
  let account: Account;
  let places: readonly Place[];

  before(async () => {
    account = await accountOf(1);
    places = placesOf(account);
  });

  it('is none between two runs with other dice', async () => {
    expect(firstDifference(account, await accountOf(2))).to.equal(undefined);
  });

  it('is looked for in every field that there is', () => {
    const names = [...new Set(places.map(({ field }) => field))];
    const unsorted = names.filter(
      (name) => [COUNTED, LEFT_OUT, DRAWN].filter((kind) => kind.test(name)).length !== 1,
    );
    expect(unsorted).to.deep.equal([]);
  });

  it('is any change of a field that counts', () => {
    const counted = places.filter(({ field }) => COUNTED.test(field));
    fc.assert(
      fc.property(fc.constantFrom(...counted), (place) => {
        const changed = withField(account, place, `${place.value}1`);
        expect(firstDifference(account, changed)?.values).to.be.an('array');
      }),
    );
  });

  it('is no change of a field that time or chance fills', () => {
    const leftOut = places.filter(({ field }) => LEFT_OUT.test(field));
    fc.assert(
      fc.property(fc.constantFrom(...leftOut), fc.string(), (place, value) => {
        expect(firstDifference(account, withField(account, place, value))).to.equal(undefined);
      }),
    );
  });

  it('is no other choice of what is drawn, as long as the same stays the same', () => {
    const drawn = /(^|\.)(ip\.id|icmp\.id)$/;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65_000 }), (shift) => {
        const moved = mapRows(account, (row) => ({
          text: row.text,
          fields: Object.fromEntries(
            Object.entries(row.fields).map(([name, value]) => [
              name,
              drawn.test(name) && value !== '0' && value !== ''
                ? String(Number(value) + shift)
                : value,
            ]),
          ),
        }));
        expect(firstDifference(account, moved)).to.equal(undefined);
      }),
      { numRuns: 10 },
    );
  });

  it('says where it is, and what both have there', () => {
    const place = places.find(({ field }) => field === 'icmp.sequence');
    if (place === undefined) throw new Error('nobody pinged');
    const difference = firstDifference(account, withField(account, place, '77'));
    expect(difference?.where).to.equal(
      'ping from default/pod1 to 172.16.184.1: frame 3 at default/pod1 eth0: icmp.sequence',
    );
    expect(difference?.values).to.deep.equal(['1', '77']);
  });
});
