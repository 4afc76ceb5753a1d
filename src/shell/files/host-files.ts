/**
 * The files of a host: what a fresh Ubuntu node or a pod has that people read, and below `/proc` and
 * `/sys` the engine itself.
 */
import type { IFileSystem } from 'just-bash';
import { wallClock } from '../../base/wall-clock';
import { KERNEL_RELEASE, KERNEL_VERSION } from '../../cluster/kernel-release';
import type { Netns } from '../../kernel/netns';
import type { HostRole } from '../host-shell';
import { library } from '../language/library';
import { LIMITS } from '../limits';
import { uptimeSeconds } from '../uptime';
import { LiveFileSystem } from './live-file-system';
import { liveFolder } from './live-folder';
import type { LiveTree } from './live-tree';
import { procNet } from './proc-net';
import { procSysNet } from './proc-sys-net';
import { sysClassNet } from './sys-class-net';
import { type Mount, WriteGuard } from './write-guard';

export interface HostFiles {
  readonly files: IFileSystem;
  /** Knows what could not be written. */
  readonly guard: WriteGuard;
}

export function filesOf(netns: Netns, role: HostRole): HostFiles {
  const { InMemoryFs, MountableFs } = library();
  const base = new InMemoryFs(ordinaryFiles(netns, role), {
    maxTotalBytes: LIMITS.maxFileSystemBytes,
  });
  for (const folder of FOLDERS) base.mkdirSync(folder, { recursive: true });
  const mounts = mountsOf(netns);
  const files = new MountableFs({ base, mounts });
  // The library puts a file for each of its commands where it finds these two.
  Object.assign(files, {
    writeFileSync: base.writeFileSync.bind(base),
    mkdirSync: base.mkdirSync.bind(base),
  });
  return { files, guard: new WriteGuard(files, mounts, () => wallClock(netns.nowUs)) };
}

const FOLDERS = ['/etc', '/home', '/mnt', '/opt', '/root', '/run', '/srv', '/tmp', '/var/log'];

function mountsOf(netns: Netns): Mount[] {
  const now = () => wallClock(netns.nowUs);
  const trees = {
    '/proc': liveFolder({
      net: procNet(netns),
      sys: liveFolder({ kernel: kernelNames(netns), net: procSysNet(netns) }),
      uptime: () => `${uptimeSeconds(netns.nowUs).toFixed(2)} 0.00\n`,
      version: () => `Linux version ${KERNEL_RELEASE} (buildd@lcy02-amd64) ${KERNEL_VERSION}\n`,
    }),
    '/sys': liveFolder({ class: liveFolder({ net: sysClassNet(netns) }) }),
  };
  return Object.entries(trees).map(([mountPoint, tree]) => ({
    mountPoint,
    filesystem: new LiveFileSystem(tree, now),
  }));
}

function kernelNames(netns: Netns): LiveTree {
  return liveFolder({
    hostname: () => `${hostnameOf(netns)}\n`,
    osrelease: () => `${KERNEL_RELEASE}\n`,
    ostype: () => 'Linux\n',
  });
}

/** A pod's network namespace is called `namespace/pod`; inside, the pod is just `pod`. */
function hostnameOf({ name }: Netns): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function ordinaryFiles(netns: Netns, role: HostRole): Record<string, string> {
  const hostname = hostnameOf(netns);
  return {
    '/etc/resolv.conf': 'nameserver 127.0.0.53\noptions edns0 trust-ad\nsearch .\n',
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
