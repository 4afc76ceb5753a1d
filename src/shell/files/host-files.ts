/**
 * The files of a host: what a fresh Ubuntu node or a pod has that people read, and below `/proc` and
 * `/sys` the engine itself.
 */
import type { IFileSystem } from 'just-bash';
import type { Netns } from '../../kernel/netns';
import type { HostRole } from '../host-shell';
import { library } from '../language/library';
import { LIMITS } from '../limits';

export function filesOf(netns: Netns, role: HostRole): IFileSystem {
  const { InMemoryFs, MountableFs } = library();
  const base = new InMemoryFs(ordinaryFiles(netns, role), {
    maxTotalBytes: LIMITS.maxFileSystemBytes,
  });
  for (const folder of ['/root', '/tmp', '/home', '/var/log', '/etc']) {
    base.mkdirSync(folder, { recursive: true });
  }
  const files = new MountableFs({ base });
  // The library puts a file for each of its commands where it finds these two.
  return Object.assign(files, {
    writeFileSync: base.writeFileSync.bind(base),
    mkdirSync: base.mkdirSync.bind(base),
  });
}

function ordinaryFiles(netns: Netns, role: HostRole): Record<string, string> {
  const hostname = netns.name.slice(netns.name.lastIndexOf('/') + 1);
  return {
    '/etc/hostname': `${hostname}\n`,
    '/etc/hosts': `127.0.0.1\tlocalhost\n127.0.1.1\t${hostname}\n`,
    '/etc/os-release': role === 'node' ? UBUNTU : DEBIAN,
  };
}

const UBUNTU = `PRETTY_NAME="Ubuntu 22.04.4 LTS"
NAME="Ubuntu"
VERSION_ID="22.04"
VERSION="22.04.4 LTS (Jammy Jellyfish)"
VERSION_CODENAME=jammy
ID=ubuntu
ID_LIKE=debian
`;

const DEBIAN = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION="12 (bookworm)"
VERSION_CODENAME=bookworm
ID=debian
`;
