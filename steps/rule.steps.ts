/**
 * Sentences about the iptables chains and the ipsets of a host.
 */
import { ALL_ROWS, rowsWanted } from './rows/table-rows';
import { type Table, Then } from './support/catalogue';
import { expect } from './support/matchers';
import { NotEstablishedError } from './support/not-established';
import { findHost } from './support/resolve';
import type { ClusterWorld } from './support/world';

Then(
  'the rule {rule} is in chain {chain} of table {table} on {host}',
  {
    id: 'rule.in',
    says: 'Demands a rule by the identity that Felix gives it: cali: and the hash of its text.',
    example: `When the manifests "one-pod" are applied
      Then the rule cali:flqWnvo8yq4ULQLa is in chain cali-nat-outgoing of table nat on k8s-w1`,
  },
  async function (this: ClusterWorld, rule: string, chain: string, table: string, host: string) {
    const rules = await rulesOf(this, host, table, chain);
    this.looked(`chain ${chain}`, 1);
    const seen = rules.some((text) => text.includes(rule)) ? rule : rules.join('\n') || undefined;
    expect(seen).to.be.valueLike(rule, `the rule in chain ${chain} of table ${table} on ${host}`);
    this.shown(`${rule} in ${table}/${chain}`);
  },
);

Then(
  'the rule {rule} is not in chain {chain} of table {table} on {host}',
  {
    id: 'rule.not-in',
    says: 'Demands that a chain has no such rule. Its control: the scenario shows the same rule in that chain, before or after.',
    example: `Given the rule cali:flqWnvo8yq4ULQLa is in chain cali-nat-outgoing of table nat on k8s-w1
      When natOutgoing of pool default-ipv4-ippool is set to false
      Then the rule cali:flqWnvo8yq4ULQLa is not in chain cali-nat-outgoing of table nat on k8s-w1`,
  },
  async function (this: ClusterWorld, rule: string, chain: string, table: string, host: string) {
    const rules = await rulesOf(this, host, table, chain);
    this.looked(`chain ${chain}`, 1);
    const found = rules.find((text) => text.includes(rule)) ?? 'not there';
    expect(found).to.be.valueLike(
      'not there',
      `${rule} in chain ${chain} of table ${table} on ${host}`,
    );
    this.claimed(
      `${rule} in ${table}/${chain}`,
      `nothing in the scenario shows that ${rule} could be in chain ${chain}; ` +
        `add ${this.quote('given', 'rule.in', rule, chain, table, '…')}`,
    );
  },
);

Then(
  'chain {chain} of table {table} on {host} is:',
  {
    id: 'chain.is',
    says: 'Demands all rules of a chain, as iptables -S prints them.',
    example: `When the manifests "one-pod" are applied
      Then chain cali-nat-outgoing of table nat on k8s-w1 is:
        """
        -A cali-nat-outgoing -m comment --comment "cali:flqWnvo8yq4ULQLa" -m set --match-set cali40masq-ipam-pools src -m set ! --match-set cali40all-ipam-pools dst -j MASQUERADE --random-fully
        """`,
  },
  async function (this: ClusterWorld, chain: string, table: string, host: string, text: string) {
    const rules = await rulesOf(this, host, table, chain);
    this.looked(`rule in chain ${chain}`, rules.length);
    const appended = rules.filter((rule) => rule.startsWith('-A '));
    expect(appended.join('\n')).to.be.textLike(text, `chain ${chain} of table ${table} on ${host}`);
  },
);

Then(
  'the ipset {ipset} on {host} has the members:',
  {
    id: 'ipset.members',
    says: 'Demands all members of an ipset, in any order: a table of one column, member.',
    example: `When the manifests "one-pod" are applied
      Then the ipset cali40masq-ipam-pools on k8s-w1 has the members:
        | member        |
        | 172.16.0.0/16 |`,
  },
  async function (this: ClusterWorld, ipset: string, host: string, table: Table) {
    const members = await membersOf(this, host, ipset);
    this.looked(`ipset ${ipset}`, 1);
    const rows = members.map((member) => ({ member }));
    const wanted = rowsWanted(table, ALL_ROWS);
    expect(rows).to.be.rowsLike(wanted, { what: `the ipset ${ipset} on ${host}` });
    this.shown(`members of ${ipset}`);
  },
);

Then(
  'the ipset {ipset} on {host} is empty',
  {
    id: 'ipset.empty',
    says: 'Demands an ipset without members. Its control: the scenario shows members of the same set, before or after.',
    example: `Given the ipset cali40masq-ipam-pools on k8s-w1 has the members:
        | member        |
        | 172.16.0.0/16 |
      When natOutgoing of pool default-ipv4-ippool is set to false
      Then the ipset cali40masq-ipam-pools on k8s-w1 is empty`,
  },
  async function (this: ClusterWorld, ipset: string, host: string) {
    const members = await membersOf(this, host, ipset);
    this.looked(`ipset ${ipset}`, 1);
    const seen = members.join(', ') || 'empty';
    expect(seen).to.be.valueLike('empty', `the ipset ${ipset} on ${host}`);
    this.claimed(
      `members of ${ipset}`,
      `nothing in the scenario shows that ${ipset} ever has a member; ` +
        `add ${this.quote('given', 'ipset.members', ipset, '…')}`,
    );
  },
);

async function rulesOf(
  world: ClusterWorld,
  host: string,
  table: string,
  chain: string,
): Promise<readonly string[]> {
  const rules = await (await world.cluster()).chain(await findHost(world, host), table, chain);
  if (rules !== undefined) return rules;
  throw new NotEstablishedError(`table ${table} of ${host} has no chain ${chain}`);
}

async function membersOf(
  world: ClusterWorld,
  host: string,
  ipset: string,
): Promise<readonly string[]> {
  const members = await (await world.cluster()).ipset(await findHost(world, host), ipset);
  if (members !== undefined) return members;
  throw new NotEstablishedError(`${host} has no ipset ${ipset}`);
}
