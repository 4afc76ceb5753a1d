import { expect } from 'chai';
import { cidr, formatCidr } from '../../addr/cidr';
import { blockStartIndex, blocksInOrder } from './block-order';
import { BLOCK_START_INDEXES } from './block-start-index.fixture';

describe('the order in which a node tries blocks', () => {
  for (const [node, places] of Object.entries(BLOCK_START_INDEXES)) {
    it(`starts for ${node} where Go's generator says`, () => {
      const found = places.map(([blockCount]) => [blockCount, blockStartIndex(node, blockCount)]);
      expect(found).to.deep.equal(places);
    });
  }

  for (const [node, pool, block] of [
    ['minikube', '10.244.0.0/16', '10.244.120.64/26'],
    ['kind-control-plane', '192.168.0.0/16', '192.168.82.0/26'],
    ['k8s-master', '192.168.0.0/16', '192.168.235.192/26'],
    ['k8s-node1', '192.168.0.0/16', '192.168.36.64/26'],
    ['master', '192.168.0.0/16', '192.168.219.64/26'],
  ] as const) {
    it(`gives ${node} ${block} first, as public clusters show`, () => {
      const [first] = blocksInOrder({ cidr: cidr(pool), blockSize: 26 }, node);
      expect(first && formatCidr(first)).to.equal(block);
    });
  }

  it('goes up from there and around, each block once', () => {
    const pool = { cidr: cidr('172.16.0.0/28'), blockSize: 30 };
    const blocks = [...blocksInOrder(pool, 'k8s-m')].map(formatCidr);
    const start = blockStartIndex('k8s-m', 4);
    const all = ['172.16.0.0/30', '172.16.0.4/30', '172.16.0.8/30', '172.16.0.12/30'];
    expect(blocks).to.deep.equal([...all.slice(start), ...all.slice(0, start)]);
  });
});
