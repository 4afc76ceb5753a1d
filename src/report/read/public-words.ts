/**
 * Paths and messages without what they tell of the machine and of its user: a report is sent to others.
 */

/** A path that names nobody's folders: of one that leads out of where we are, only the last part. */
export function publicPath(uri: string): string {
  const path = uri.replaceAll('\\', '/');
  return /^(\/|[a-z]:|\.\.\/|file:)/i.test(path) ? path.slice(path.lastIndexOf('/') + 1) : path;
}

/** Folders of people and of programs that make files for a while; the rest of a path may be a pod's. */
const PRIVATE =
  /(?:file:\/\/)?(?:\/(?:home|Users|root|tmp|private|work|builds)\/|\b[A-Za-z]:[\\/])(?:[^\s:'"`()[\]]*[\\/])?/g;

/** An error's own words: its stack names the folders of the machine that it happened on. */
export function publicMessage(message: string): string {
  const lines = message.split('\n');
  const stack = lines.findIndex((line) => /^\s+at /.test(line));
  return (stack < 0 ? lines : lines.slice(0, stack)).join('\n').trimEnd().replace(PRIVATE, '…/');
}
