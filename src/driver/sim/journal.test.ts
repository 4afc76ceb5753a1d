/** What was changed on hosts by hand, and what was put right, as the driver tells it. */
import { expect } from 'chai';
import { buildWorld, pingTo } from '../contract/world.contract';
import { newSimDriver } from './sim';

const FLUSH = 'iptables -t nat -F cali-nat-outgoing';
const BY_HAND = `hand: ${FLUSH}`;
const PUT_BACK = 'felix: wrote chain cali-nat-outgoing of table nat anew: 1 rule was missing';

async function world() {
  const driver = newSimDriver({ seed: 1, wire: false });
  await buildWorld(driver);
  return driver;
}

describe('the journal of the simulation', () => {
  it('is empty after a lab was built, whatever was applied', async () => {
    const driver = await world();
    await driver.patch('IPPool', 'default-ipv4-ippool', { spec: { natOutgoing: false } });
    await driver.wait(1_000_000);
    expect(await driver.journal()).to.deep.equal([]);
  });

  it('tells of what was typed and of what Felix made of it, with host and time', async () => {
    const driver = await world();
    await driver.exec('k8s-w1', FLUSH);
    await driver.wait(90_000);
    const journal = await driver.journal();
    expect(journal.map(({ by, what }) => `${by}: ${what}`)).to.deep.equal([BY_HAND, PUT_BACK]);
    expect(journal.map(({ host }) => host)).to.deep.equal(['k8s-w1', 'k8s-w1']);
    expect(journal[0]?.atUs).to.equal(0);
    expect(journal[1]?.atUs).to.be.within(45_000_000, 90_000_000);
  });

  it('comes with each outcome, from the outcome before on', async () => {
    const driver = await world();
    const changesOf = async () => {
      const { changes = [] } = await driver.run(pingTo('8.8.8.8', { icmpId: undefined }));
      return changes.map(({ by, what }) => `${by}: ${what}`);
    };
    expect(await changesOf()).to.deep.equal([]);
    await driver.exec('k8s-w1', FLUSH);
    expect(await changesOf()).to.deep.equal([BY_HAND]);
    await driver.wait(90_000);
    expect(await changesOf()).to.deep.equal([PUT_BACK]);
    expect(await changesOf()).to.deep.equal([]);
  });

  it('is left alone by what only looks', async () => {
    const driver = await world();
    for (const line of [
      'iptables -t nat -S',
      'iptables-save',
      'ip route',
      'ipset list',
      'arp -n',
    ]) {
      await driver.exec('k8s-w1', line);
    }
    expect(await driver.journal()).to.deep.equal([]);
  });
});
