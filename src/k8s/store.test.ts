import { expect } from 'chai';
import * as fc from 'fast-check';
import { type Namespace, namespaceKind } from './resources/namespace';
import { type ServiceAccount, serviceAccountKind } from './resources/service-account';
import { type Change, ResourceStore } from './store';

const namespace = (name: string, labels: Namespace['metadata']['labels'] = {}): Namespace => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels, annotations: {} },
});

const account = (space: string, name: string): ServiceAccount => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace: space, labels: {}, annotations: {} },
});

const namesIn = (store: ResourceStore) =>
  store.list(namespaceKind).map(({ metadata }) => metadata.name);

describe('the store', () => {
  it('says what became of a resource, and counts the changes', () => {
    const store = new ResourceStore();
    const results = [
      store.put(namespaceKind, namespace('web')).result,
      store.put(namespaceKind, namespace('web')).result,
      store.put(namespaceKind, namespace('web', { team: 'a' })).result,
      store.delete(namespaceKind, 'web')?.result,
      store.delete(namespaceKind, 'web')?.result,
    ];
    expect(results).to.deep.equal(['created', 'unchanged', 'configured', 'deleted', undefined]);
    expect(store.revision).to.equal(3);
  });

  it('lists by namespace and then name, byte by byte', () => {
    const store = new ResourceStore();
    for (const [space, name] of [
      ['b', 'a'],
      ['a', 'b'],
      ['a', 'a10'],
      ['a', 'a9'],
    ] as const) {
      store.put(serviceAccountKind, account(space, name));
    }
    const listed = store.list(serviceAccountKind);
    expect(listed.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)).to.deep.equal([
      'a/a10',
      'a/a9',
      'a/b',
      'b/a',
    ]);
  });

  it('keeps the same name in two namespaces apart', () => {
    const store = new ResourceStore();
    store.put(serviceAccountKind, account('a', 'web'));
    expect(store.get(serviceAccountKind, 'web', 'a')).to.deep.equal(account('a', 'web'));
    expect(store.get(serviceAccountKind, 'web', 'b')).to.equal(undefined);
  });

  it('remembers at which revision a resource changed', () => {
    const store = new ResourceStore();
    store.put(namespaceKind, namespace('a'));
    store.put(namespaceKind, namespace('b'));
    expect(store.resourceVersionOf(namespaceKind, 'a')).to.equal(1);
    expect(store.resourceVersionOf(namespaceKind, 'b')).to.equal(2);
  });

  it('remembers at which revision a resource was made, and that one made again is another', () => {
    const store = new ResourceStore();
    const madeAt = () => store.creationRevisionOf(namespaceKind, 'a');
    store.put(namespaceKind, namespace('a'));
    store.put(namespaceKind, namespace('a', { team: 'b' }));
    expect(madeAt()).to.equal(1);
    store.delete(namespaceKind, 'a');
    expect(madeAt()).to.equal(undefined);
    store.put(namespaceKind, namespace('a'));
    expect(madeAt()).to.equal(4);
  });

  it('counts how often a spec was written anew, and not what became of the labels', () => {
    const store = new ResourceStore();
    const pool = (cidr: string, labels: object = {}) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'a', labels, annotations: {} },
      spec: { cidr },
    });
    const generation = (resource: object) => {
      store.put(namespaceKind, resource as Namespace);
      return store.generationOf(namespaceKind, 'a');
    };
    expect(generation(pool('one'))).to.equal(1);
    expect(generation(pool('one', { team: 'b' }))).to.equal(1);
    expect(generation(pool('two', { team: 'b' }))).to.equal(2);
  });

  it('tells its watchers of changes, until they have heard enough', () => {
    const store = new ResourceStore();
    const heard: string[] = [];
    const stop = store.watch(({ result, resource }: Change) => {
      heard.push(`${result} ${resource.metadata.name}`);
    });
    store.put(namespaceKind, namespace('a'));
    store.put(namespaceKind, namespace('a'));
    store.delete(namespaceKind, 'a');
    stop();
    store.put(namespaceKind, namespace('b'));
    expect(heard).to.deep.equal(['created a', 'deleted a']);
  });

  it('and its forks never see one another’s changes', () => {
    const step = fc.record({
      fork: fc.nat(2),
      name: fc.constantFrom('a', 'b', 'c'),
      put: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step), fc.array(step), (before, after) => {
        const first = new ResourceStore();
        const models = [new Set<string>()];
        const stores = [first];
        const run = (steps: typeof before) => {
          for (const { fork, name, put } of steps) {
            const at = fork % stores.length;
            if (put) stores[at]?.put(namespaceKind, namespace(name));
            else stores[at]?.delete(namespaceKind, name);
            if (put) models[at]?.add(name);
            else models[at]?.delete(name);
          }
        };
        run(before);
        stores.push(first.fork(), first.fork());
        models.push(new Set(models[0]), new Set(models[0]));
        run(after);
        expect(stores.map(namesIn)).to.deep.equal(models.map((model) => [...model].sort()));
      }),
    );
  });
});
