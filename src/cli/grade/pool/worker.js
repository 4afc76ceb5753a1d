/**
 * A thread that judges: makes it understand this project's TypeScript, then hands over.
 */
require('../../register');
const { work, check } = require('./work');
module.exports = { work, check };
