/**
 * Puts first, as a plugin of cucumber-js, the scenarios that somebody waits for.
 */
require('./register');
const { spansFirst } = require('./run/scenario-order');

module.exports = {
  type: 'plugin',
  optionsKey: 'calicumber',
  coordinator({ transform, options: { first = [] } }) {
    transform('pickles:order', (planned) => spansFirst(planned, first));
  },
};
