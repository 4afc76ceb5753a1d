/**
 * The page of a run for who runs cucumber-js himself: `--format calicumber/html:reports/index.html`.
 */
require('./register');
module.exports = require('../report/page/run-formatter').RUN_FORMATTER;
