#!/usr/bin/env node
/**
 * The command `calicumber`: makes Node understand this project's TypeScript, then hands over.
 */
require('./register');
require('./main').main(process.argv.slice(2));
