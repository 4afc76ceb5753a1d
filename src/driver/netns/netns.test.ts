/** Namespaces do what every driver must do; see doctor for what they need of the machine. */
import { driverContract } from '../driver.contract';
import { newNetnsDriver } from './netns';
import { missingForNetns } from './requirements';

const missing = missingForNetns();
const isCompulsory = process.env['CALICUMBER_COMPULSORY'] === '1';

describe('on a real kernel', function () {
  this.timeout(60_000);
  before(function () {
    if (missing.length === 0 || isCompulsory) return;
    process.stderr.write(`the driver netns is not tested: it wants ${missing.join('; ')}\n`);
    this.skip();
  });

  driverContract('netns', async () => newNetnsDriver({ seed: 1 }));
});
