/**
 * Sentences of somebody who types on a host or in a pod, as in a terminal, and of what he then sees.
 */
import { readPrintedTable } from './rows/printed-table';
import { rowsWanted, SOME_ROWS } from './rows/table-rows';
import { Given, type Table, Then, When } from './support/catalogue';
import { expect } from './support/matchers';
import { NotEstablishedError } from './support/not-established';
import { findHost } from './support/resolve';
import { type Typed, typedIn } from './support/typed';
import type { ClusterWorld } from './support/world';

Given(
  'the file {string} on {host} has the manifests {string}',
  {
    id: 'terminal.manifests',
    says: 'Puts a file of the folder manifests into the home of a node, under the name that somebody will type.',
    example: `Given the file "node1-pod1.yaml" on k8s-m has the manifests "one-pod"
      When I run on k8s-m:
        """
        kubectl apply -f node1-pod1.yaml
        """
      Then it prints:
        """
        pod/pod1 created
        """`,
  },
  async function (this: ClusterWorld, file: string, host: string, name: string) {
    await writeFile(this, file, host, this.readInput('manifests', name).yaml);
  },
);

Given(
  'the file {string} on {host}:',
  {
    id: 'terminal.file',
    says: 'Puts a file into the home of a host; its text stands below.',
    example: `Given the file "targets" on k8s-m:
        """
        192.168.10.101
        192.168.10.102
        """
      When I run on k8s-m:
        """
        while read ip; do ping -c 1 -q $ip | grep -o "[0-9] received"; done < targets
        """
      Then it prints:
        """
        1 received
        1 received
        """`,
  },
  async function (this: ClusterWorld, file: string, host: string, text: string) {
    await writeFile(this, file, host, text);
  },
);

When(
  'I run on/in {host}:',
  {
    id: 'terminal.run',
    says: 'Types lines on a node, on a host outside or in a pod, each when the one before has ended. A command that fails must be asserted.',
    example: `Given the manifests "two-pods-one-node"
      When I run in pod1:
        """
        ping -c 1 172.16.158.2 | tail -3
        """
      Then it prints lines like:
        """
        1 packets transmitted, 1 received, 0% packet loss, time 0ms
        rtt min/avg/max/mdev = … ms
        """`,
  },
  async function (this: ClusterWorld, host: string, lines: string) {
    const from = await findHost(this, host);
    const outcome = await this.send({ kind: 'command', from, lines });
    if (outcome.exit === 0) return;
    const typed = typedIn(this);
    const complaint = typed.stderr.trim() || typed.stdout.trim() || 'it said nothing';
    this.claimed(
      typed.subject,
      `what was run on ${host} failed (exit ${outcome.exit}): ${complaint}; ` +
        `where it shall fail, say so: ${this.quote('then', 'terminal.fails')}`,
    );
  },
);

Then(
  'it prints:',
  {
    id: 'terminal.prints',
    says: 'Demands everything that was printed by what was last run, line by line; blanks at the end of a line do not count.',
    example: `When I run on k8s-w1:
        """
        ip route | grep blackhole
        """
      Then it prints:
        """
        blackhole 172.16.158.0/24 proto bird
        """`,
  },
  function (this: ClusterWorld, text: string) {
    const typed = look(this);
    expect(typed.stdout).to.be.textLike(text, `what ${typed.name} prints`, typed.stderr);
  },
);

Then(
  'it prints lines like:',
  {
    id: 'terminal.prints-lines',
    says: 'Demands these lines, one after the other, in what was printed. … stands for any text, a line of nothing else for any lines.',
    example: `When I run on k8s-w1:
        """
        ipset list cali40masq-ipam-pools
        """
      Then it prints lines like:
        """
        Name: cali40masq-ipam-pools
        …
        Size in memory: …
        …
        Members:
        172.16.0.0/16
        """`,
  },
  function (this: ClusterWorld, text: string) {
    const typed = look(this);
    expect(typed.stdout).to.have.linesLike(text, `what ${typed.name} prints`, typed.stderr);
  },
);

Then(
  'it prints nothing',
  {
    id: 'terminal.prints-nothing',
    says: 'Demands that what was last run printed nothing at all and did not fail.',
    example: `When I run on k8s-w1:
        """
        ip route add 10.9.0.0/24 via 192.168.10.102
        """
      Then it prints nothing
      And "ip route" on k8s-w1 shows the line "10.9.0.0/24 via 192.168.10.102 dev ens5"`,
  },
  function (this: ClusterWorld) {
    const typed = look(this);
    expect(`${typed.stdout}${typed.stderr}`).to.be.textLike('', `what ${typed.name} prints`);
    expect(String(typed.exit)).to.be.valueLike('0', `the exit status of ${typed.name}`);
  },
);

Then(
  'the table has a row:',
  {
    id: 'terminal.row',
    says: 'Demands rows of the table that was printed; the headings name its columns, and columns that are not named do not count.',
    example: `Given the manifests "two-pods-two-nodes"
      When I run on k8s-m:
        """
        kubectl get pods -o wide
        """
      Then the table has a row:
        | NAME | STATUS  | NODE   |
        | pod1 | Running | k8s-w1 |`,
  },
  function (this: ClusterWorld, table: Table) {
    const typed = look(this);
    const wanted = rowsWanted(table, SOME_ROWS);
    const rows = readPrintedTable(typed.stdout, wanted.columns);
    if (rows.length === 0) {
      throw new NotEstablishedError(
        `${typed.name} printed no table with the columns ${wanted.columns.join(', ')}:\n${typed.stdout}${typed.stderr}`,
      );
    }
    expect(rows).to.be.rowsLike(wanted, { what: `the table that ${typed.name} prints` });
  },
);

Then(
  'it fails with:',
  {
    id: 'terminal.fails',
    says: 'Demands that what was last run fails, and everything that it says on standard error; … stands for what varies.',
    example: `When I run on k8s-w1:
        """
        ip route del 10.9.0.0/24
        """
      Then it fails with:
        """
        RTNETLINK answers: No such process
        """`,
  },
  function (this: ClusterWorld, text: string) {
    const typed = look(this);
    const end = typed.exit === 0 ? 'success' : 'failure';
    expect(end).to.be.valueLike('failure', `the end of ${typed.name}`);
    expect(typed.stderr).to.have.linesLike(text, `the error output of ${typed.name}`);
  },
);

/** What no file has in it. */
const END_OF_FILE = 'END-OF-FILE-BY-CALICUMBER';

async function writeFile(world: ClusterWorld, file: string, host: string, text: string) {
  const lines = [`cat > '${file}' <<'${END_OF_FILE}'`, text.replace(/\n$/, ''), END_OF_FILE];
  const cluster = await world.cluster();
  const { exit, stderr } = await cluster.exec(await findHost(world, host), lines.join('\n'));
  if (exit !== 0) throw new NotEstablishedError(`${file} on ${host} cannot be written: ${stderr}`);
}

/** What was last run; looking at it is what the sentences above do. */
function look(world: ClusterWorld): Typed {
  const typed = typedIn(world);
  world.looked('output of what was run', 1);
  world.shown(typed.subject);
  return typed;
}
