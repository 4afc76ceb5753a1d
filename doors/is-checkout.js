/** Whether the sources are here: a package is made without them. */
const { existsSync } = require('node:fs');
const { join } = require('node:path');

exports.isCheckout = existsSync(join(__dirname, '..', 'src'));
