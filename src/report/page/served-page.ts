/**
 * A page as a server shows it: with one more script, which may speak to that server. Everything else
 * that the policy of the page forbids stays forbidden.
 */
import { createHash } from 'node:crypto';

/** As `PageShell` begins its policy. */
const POLICY = /default-src 'none'; script-src /;
const END = '</body>';

/**
 * @param page a page of ours
 * @param script put behind all that is there
 * @throws Error where it is no page of ours
 */
export function servedPage(page: string, script: string): string {
  const end = page.lastIndexOf(END);
  if (end < 0 || !POLICY.test(page)) throw new Error('this is no page of Calicumber');
  const hash = createHash('sha256').update(script).digest('base64');
  const head = page.slice(0, end).replace(POLICY, `$&'sha256-${hash}' `);
  const allowed = head.replace("default-src 'none'; ", "$&connect-src 'self'; ");
  return `${allowed}<script>${script}</script>\n${page.slice(end)}`;
}
