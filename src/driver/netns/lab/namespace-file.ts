/** Where ip-netns(8) keeps a file for each named network namespace. */
import { join } from 'node:path';

export const NAMESPACE_FOLDER = '/run/netns';

/** The file by which a namespace is entered. */
export function fileOf(namespace: string): string {
  return join(NAMESPACE_FOLDER, namespace);
}
