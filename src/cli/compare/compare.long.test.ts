/**
 * The command as a user calls it. That the features come to the same with other dice is what shows that
 * everything that chance makes is taken out.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { skipWhereImpossible } from '../../driver/netns/testing/only-where-possible';

const ROOT = join(__dirname, '..', '..', '..');
const BIN = join(ROOT, 'src', 'cli', 'calicumber.js');

/** All but most of what is typed, which is long. */
const ROOMS = [
  'address',
  'encapsulation',
  'faults',
  'link',
  'nat',
  'routing',
  'tools/iptables.feature',
  'tools/the-tutorial-outside.feature',
  'tools/the-tutorial-two-nodes.feature',
];

describe('the command calicumber compare', function () {
  this.timeout(180_000);
  const reports = mkdtempSync(join(tmpdir(), 'calicumber-'));

  after(() => rmSync(reports, { recursive: true }));

  function compare(...words: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [BIN, 'compare', ...words, '--reports', reports],
      { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' }, encoding: 'utf8' },
    );
    const lines = stdout.trimEnd().split('\n');
    return { status, stderr, lines, rest: lines.filter((line) => !line.startsWith('same: ')) };
  }

  it('finds the features of every room the same with other dice', () => {
    const rooms = ROOMS.map((name) => join('features', name));
    const { status, stderr, rest } = compare('--with', 'sim,sim', ...rooms);
    expect(rest[0]).to.match(/^(\d{3,}) scenarios: \1 same$/);
    expect(rest.slice(1)).to.deep.equal([`The report is ${join(reports, 'compare.html')}`]);
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
  });

  it('says what differs on a dead network, and links both captures', () => {
    const place = 'features/routing/same-node.feature:8';
    const { status, rest } = compare('--with', 'sim,dead', place);
    expect(rest[0]).to.match(/^differs: The request passes four interfaces.* \(features.*:8\)$/);
    expect(rest[1]).to.equal(
      '  ping from default/pod1 to 172.16.158.2: what ping counted, row 1: received: sim 1, dead 0',
    );
    expect(rest[2]).to.equal('1 scenario: 1 differs');
    expect(status).to.equal(1);
    const page = readFileSync(join(reports, 'compare.html'), 'utf8');
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, path = '']) => path);
    expect(links).to.deep.equal(['compare/1-sim.pcapng', 'compare/1-dead.pcapng']);
    expect(links.filter((path) => !existsSync(join(reports, path)))).to.deep.equal([]);
  });

  it('exits with 2 where nothing was compared', () => {
    const { status, rest } = compare('--with', 'sim,sim', '--tags', '@nobody');
    expect(rest[0]).to.equal('0 scenarios');
    expect(status).to.equal(2);
  });

  it('exits with 64 where there is no such driver', () => {
    const { status, stderr } = compare('--with', 'sim,snim');
    expect(stderr).to.contain('there is no driver snim');
    expect(status).to.equal(64);
  });

  describe('with a real kernel', () => {
    before(skipWhereImpossible);

    it('finds the same there', () => {
      const { status, rest } = compare('--with', 'sim,netns', 'features/routing/same-node.feature');
      expect(rest[0]).to.match(/^(\d+) scenarios: \1 same$/);
      expect(status).to.equal(0);
    });
  });
});
