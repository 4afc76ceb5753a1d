/** What scenarios can name. */
import { expect } from 'chai';
import '../../steps';
import { join } from 'node:path';
import { featureInputs } from '../../steps/support/feature-inputs';
import { specReader } from './read-spec';
import { type Scope, scopeReader } from './scope';

const readInput = featureInputs(join(__dirname, '..', '..', 'features'))('features/x.feature');
const read = specReader();
const scopeOf = scopeReader();

function scopeFor(steps: string): Scope {
  const [run] = read('features/x.feature', `Feature: F\n  Scenario: S\n${steps}`).runs;
  if (run === undefined) throw new Error('no scenario');
  return scopeOf(run, readInput);
}

const SHOP = `    Given the lab "kans-vxlan"
    And the manifests:
      """
      { apiVersion: v1, kind: Namespace, metadata: { name: shop } }
      ---
      { apiVersion: v1, kind: Pod, metadata: { name: till, namespace: shop },
        spec: { nodeName: k8s-w2, containers: [{ name: a, image: b }] } }
      """
`;

function namesOf(scope: Scope, kind: string): readonly string[] {
  return scope.names.filter((name) => name.kind === kind).map(({ text }) => text);
}

describe('the names that a scenario can use', () => {
  it('are those of its lab and of its manifests', () => {
    const scope = scopeFor(SHOP);
    expect(namesOf(scope, 'pod')).to.deep.equal(['shop/till']);
    expect(namesOf(scope, 'node')).to.have.members(['k8s-m', 'k8s-w0', 'k8s-w1', 'k8s-w2']);
    expect(namesOf(scope, 'outside')).to.deep.equal(['internet']);
    expect(namesOf(scope, 'interface')).to.include('vxlan.calico');
    expect(namesOf(scope, 'pool')).to.deep.equal(['default-ipv4-ippool']);
    expect(namesOf(scope, 'chain')).to.include('cali-nat-outgoing');
  });

  it('are those of the default lab where none is named', () => {
    expect(namesOf(scopeFor('    When 3 s pass\n'), 'node')).to.include('k8s-w1');
  });

  it('tell where they come from: a line of the feature, or of a file', () => {
    const scope = scopeFor(SHOP);
    const where = (kind: string, text: string) => {
      const name = scope.names.find((it) => it.kind === kind && it.text === text);
      const { source, path, place } = (name && scope.definitionOf(name)) ?? {};
      return [source, path === undefined, place?.line];
    };
    expect(where('pod', 'shop/till')).to.deep.equal(['these manifests', true, 8]);
    expect(where('pool', 'default-ipv4-ippool').slice(0, 2)).to.deep.equal([
      'features/labs/kans-vxlan.yaml',
      false,
    ]);
  });

  it('name a file that is not there, and a manifest that the cluster refuses', () => {
    const scope = scopeFor(`    Given the manifests "one-pood"
    And the manifests:
      """
      { apiVersion: v1, kind: Gadget, metadata: { name: x } }
      """
`);
    expect(scope.missing.map(({ name, says }) => [name.text, says])).to.deep.equal([
      ['one-pood', 'there is no file features/manifests/one-pood.yaml; did you mean one-pod?'],
    ]);
    const [refused] = scope.refused;
    expect([refused?.place.line, refused?.place.column]).to.deep.equal([6, 31]);
    expect(refused?.reason).to.match(/^kind: unknown kind Gadget; there is Namespace/);
  });

  it('are open where somebody types what makes more of them', () => {
    expect(scopeFor('    When 3 s pass\n').isOpen).to.equal(false);
    expect(
      scopeFor('    When I run on k8s-m:\n      """\n      kubectl apply -f x\n      """\n').isOpen,
    ).to.equal(true);
  });

  it('know a MAC by its owner, and whether chance gave it', () => {
    const scope = scopeFor('    Given the manifests "one-pod"\n');
    const [mac = ''] = [...scope.macs].filter((it) => scope.nameOfMac(it) === 'pod1');
    expect([scope.nameOfMac(mac), scope.isFixedMac(mac)]).to.deep.equal(['pod1', false]);
    expect(scope.isFixedMac('ee:ee:ee:ee:ee:ee')).to.equal(true);
  });
});
