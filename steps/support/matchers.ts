/**
 * The matchers of this project, registered with chai: `import { expect } from './support/matchers'`.
 */
import { expect, use } from 'chai';
import { deliveryMatchers } from '../matchers/delivery';
import { rowsMatchers } from '../matchers/rows';
import { sightMatchers } from '../matchers/sight';
import { textMatchers } from '../matchers/text';
import { valueMatchers } from '../matchers/value';

for (const plugin of [deliveryMatchers, rowsMatchers, sightMatchers, textMatchers, valueMatchers]) {
  use(plugin);
}

export { expect };
