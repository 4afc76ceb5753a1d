/** Namespaces do what every driver must do; see doctor for what they need of the machine. */
import { driverContract } from '../driver.contract';
import { newNetnsDriver } from './netns';
import { skipWhereImpossible } from './testing/only-where-possible';
import { OPTIONS } from './testing/options';

describe('on a real kernel', function () {
  this.timeout(60_000);
  before(skipWhereImpossible);

  driverContract('netns', async () => newNetnsDriver(OPTIONS));
});
