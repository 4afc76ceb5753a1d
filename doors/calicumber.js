#!/usr/bin/env node
/**
 * The command. A checkout runs its sources, and a package, which comes without, what was compiled of them:
 * what lies under `dist/` in a checkout may be older than they are, and nobody looks at it.
 */
const { isCheckout } = require('./is-checkout');

require(isCheckout ? '../src/cli/calicumber' : '../dist/src/cli/calicumber');
