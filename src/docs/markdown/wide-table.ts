/** What stands around a table: one that is too wide is moved within itself, also by keys. */
export const WIDE_TABLE = ['<div class="wide" tabindex="0">', '</div>\n'] as const;
