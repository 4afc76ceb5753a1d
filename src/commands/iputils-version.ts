/** The release of ping, arping and tracepath that a distribution has. */
import type { Distribution } from './command';

export const IPUTILS_VERSION: Readonly<Record<Distribution, string>> = {
  'ubuntu-22.04': '20211215',
  'debian-12': '20221126',
};
