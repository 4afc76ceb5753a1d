/** The simulation does what every driver must do, with frames as objects and by way of bytes. */
import { driverContract } from '../driver.contract';
import { newSimDriver } from './sim';

driverContract('sim', async () => newSimDriver({ seed: 1, wire: false }));

describe('by way of bytes', () => {
  driverContract('sim', async () => newSimDriver({ seed: 1, wire: true }));
});
