/** The process that runs a student's code: makes it understand TypeScript, then hands over. */
require('../../register');
require('./child-run');
