/**
 * The shell's language is a library's: just-bash, pinned exactly. It is loaded when the first line is
 * typed, since that takes a tenth of a second; and only from here.
 */

type Library = typeof import('just-bash', { with: { 'resolution-mode': 'require' }});

/** Node and bundlers know it by this name; a browser gets the library's own build for browsers. */
export function library(): Library {
  return require('just-bash') as Library;
}
