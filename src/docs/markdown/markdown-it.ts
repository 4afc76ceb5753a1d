/**
 * The parser of Markdown. The package is one function, which an `import` gives to some compilers and not to
 * others; `require` gives it to all.
 */
export const MarkdownIt = require('markdown-it') as typeof import('markdown-it');
