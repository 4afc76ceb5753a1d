/** How calicoctl is spoken to, and what it says of itself. */
import { expect } from 'chai';
import { kans } from '../../testing/labs';
import { calicoctl } from './calicoctl';
import { answer, run } from './testing/run-calicoctl';

const TOP_USAGE = '! Usage:\n!   calicoctl [options] <command> [<args>...]\n[exit 1]\n';

describe('calicoctl', () => {
  it('says how it is used where nothing or something else was said', () => {
    const hint = "Use flag '--help' to read about a specific subcommand.\n";
    expect(answer(kans(), '')).to.equal(`Invalid option: ''. ${hint}${TOP_USAGE}`);
    expect(answer(kans(), '-o yaml get node')).to.equal(
      `Invalid option: '-o yaml get node'. ${hint}${TOP_USAGE}`,
    );
    expect(answer(kans(), 'frob')).to.match(/^! Unknown command: "frob"\n! Usage:\n/);
    expect(answer(kans(), 'ipam')).to.equal(
      '! Usage:\n!   calicoctl ipam <command> [<args>...]\n[exit 1]\n',
    );
  });

  for (const line of [
    'get',
    'get nodes -x',
    'get nodes -o yaml -o json',
    'get nodes -f x.yaml',
    'apply',
    'apply x.yaml',
    'apply -f a.yaml b.yaml',
    'patch node k8s-m',
    'label node k8s-m',
    'label node k8s-m a=b --overwrite --remove',
    'ipam show --show-blocks --show-borrowed',
    'ipam configure',
    'node status k8s-m',
  ]) {
    it(`shows the usage of '${line}', which is none`, () => {
      const { stdout, stderr, exit } = run(kans(), line);
      const verb = /^(ipam|node) \w+|^\w+/.exec(line)?.[0];
      expect(stderr.startsWith(`Usage:\n  calicoctl ${verb} `)).to.equal(true);
      expect([stdout, exit]).to.deep.equal(['', 1]);
    });
  }

  for (const [line, complaint] of [
    ['get nodes --output', '--output requires argument'],
    ['get nodes -o', '-o requires argument'],
    ['get nodes --export=yes', '--export must not have an argument'],
    [
      'get nodes --all',
      '--all is not a unique prefix: --all-namespaces, --allow-version-mismatch?',
    ],
  ] as const) {
    it(`says of '${line}': ${complaint}`, () => {
      const { stderr, exit } = run(kans(), line);
      expect(stderr.startsWith(`${complaint}\nUsage:\n  calicoctl get `)).to.equal(true);
      expect(exit).to.equal(1);
    });
  }

  it('takes options anywhere, joined or cut short', () => {
    const cluster = kans();
    const expected = answer(cluster, 'get ippool default-ipv4-ippool -o yaml');
    for (const line of [
      'get -oyaml ippool default-ipv4-ippool',
      'get ippool -o yaml default-ipv4-ippool',
      'get ippool default-ipv4-ippool --output=yaml',
      'get ippool default-ipv4-ippool --out yaml',
      'get ippool default-ipv4-ippool -o yml --allow-version-mismatch -c /etc/calico/calicoctl.cfg',
      '--log-level=info --allow-version-mismatch get ippool default-ipv4-ippool -o yaml',
      '-l debug --context kans get ippool --context kans default-ipv4-ippool -o yaml',
    ]) {
      expect(answer(cluster, line), line).to.equal(expected);
    }
  });

  it('has a help for itself and for each command', () => {
    for (const line of ['-h', '--help', 'get -h', 'apply --help', 'ipam -h', 'node status -h']) {
      const { stdout, exit } = run(kans(), line);
      expect([stdout.startsWith('Usage:\n  calicoctl '), exit], line).to.deep.equal([true, 0]);
    }
  });

  it('tells which files it wants to read', () => {
    const reads = (line: string) => calicoctl.reads?.(line.split(' '));
    expect(reads('apply -f pool.yaml')).to.deep.equal(['pool.yaml']);
    expect(reads('get --filename=pool.yaml -o yaml')).to.deep.equal(['pool.yaml']);
    expect(reads('get nodes -o go-template-file=names.tpl')).to.deep.equal(['names.tpl']);
    expect(reads('apply -f -')).to.deep.equal([]);
    expect(reads('get nodes')).to.deep.equal([]);
    expect(reads('ipam split')).to.deep.equal([]);
    expect(reads('')).to.deep.equal([]);
  });

  it('reads the file', () => {
    const text =
      '# a pool\n---\nkind: GlobalNetworkSet\napiVersion: projectcalico.org/v3\nmetadata: {name: one}\n';
    const files = new Map([['set.yaml', new TextEncoder().encode(text)]]);
    const input = { stdin: '', files, distribution: 'ubuntu-22.04' } as const;
    expect(calicoctl.run(['apply', '-f', 'set.yaml'], kans(), 'k8s-m', input)).to.deep.equal({
      stdout: "Successfully applied 1 'GlobalNetworkSet' resource(s)\n",
      stderr: '',
      exit: 0,
    });
  });

  it('is of the release of the cluster', () => {
    expect(answer(kans(), 'version')).to.equal(
      [
        'Client Version:    v3.27.5',
        'Git commit:        62ef945dc',
        'Cluster Version:   v3.27.5',
        'Cluster Type:      k8s,bgp,kubeadm,kdd',
        '',
      ].join('\n'),
    );
  });

  for (const line of ['convert -f x', 'datastore migrate export', 'node diags', 'ipam split 2']) {
    it(`says that '${line}' is real and not here`, () => {
      const name = line
        .split(' ')
        .slice(0, line.startsWith('convert') ? 1 : 2)
        .join(' ');
      expect(answer(kans(), line)).to.match(
        new RegExp(`^! not modelled here: calicoctl ${name}: .*\n\\[exit 64\\]\n$`),
      );
    });
  }
});
