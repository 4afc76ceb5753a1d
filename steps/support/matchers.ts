/**
 * The matchers of this project, registered with chai: `import { expect } from './support/matchers'`.
 */
import { expect, use } from 'chai';
import { connectivityMatchers } from '../matchers/connectivity';
import { deliveryMatchers } from '../matchers/delivery';
import { rowsMatchers } from '../matchers/rows';
import { sightMatchers } from '../matchers/sight';
import { textMatchers } from '../matchers/text';
import { valueMatchers } from '../matchers/value';

for (const plugin of [
  connectivityMatchers,
  deliveryMatchers,
  rowsMatchers,
  sightMatchers,
  textMatchers,
  valueMatchers,
]) {
  use(plugin);
}

export { expect };
