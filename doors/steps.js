/**
 * The sentences, for who runs cucumber-js himself: `requireModule: ['calicumber/steps']`. They register with
 * the Cucumber that requires them. Written so that Node sees the names of what is exported.
 */
const { isCheckout } = require('./is-checkout');

if (isCheckout) {
  require('../src/cli/register');
  module.exports = require('../steps/cucumber');
} else {
  module.exports = require('../dist/steps/cucumber');
}
