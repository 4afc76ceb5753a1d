/**
 * What every driver must do, one test a duty. A driver's own test is a call of this, with the duties
 * that it cannot do and the reason why.
 */
import { expect } from 'chai';
import { CHANGES } from './contract/changes.contract';
import { STIMULI } from './contract/stimuli.contract';
import { TABLES } from './contract/tables.contract';
import { buildWorld } from './contract/world.contract';
import type { Driver } from './driver';

export interface Skip {
  /** A duty, word for word. */
  readonly duty: string;
  readonly reason: string;
}

const DUTIES = [...CHANGES, ...TABLES, ...STIMULI];

export function driverContract(
  name: string,
  newDriver: () => Promise<Driver>,
  skips: readonly Skip[] = [],
): void {
  describe(`the driver ${name}`, () => {
    for (const duty of DUTIES) {
      const skip = skips.find((one) => one.duty === duty.name);
      if (skip !== undefined) {
        it.skip(`${duty.name} (${skip.reason})`);
        continue;
      }
      it(duty.name, async () => {
        const driver = await newDriver();
        try {
          await buildWorld(driver);
          await duty.check(driver);
        } finally {
          await driver.close();
        }
      });
    }

    it('is called by its name', async () => {
      const driver = await newDriver();
      expect(driver.name).to.equal(name);
      await driver.close();
    });

    it('leaves out no duty that there is not', () => {
      const names = DUTIES.map((duty) => duty.name);
      expect(skips.filter(({ duty }) => !names.includes(duty))).to.deep.equal([]);
    });
  });
}
