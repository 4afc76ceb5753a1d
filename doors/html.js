/** The page of a run, for who runs cucumber-js himself: `--format calicumber/html:reports/index.html`. */
const { isCheckout } = require('./is-checkout');

if (isCheckout) require('../src/cli/register');
const place = isCheckout
  ? '../src/report/page/run-formatter'
  : '../dist/src/report/page/run-formatter';
module.exports = require(place).RUN_FORMATTER;
