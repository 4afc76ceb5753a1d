/**
 * Why the kernel refuses a change, by errno; tools print it as `RTNETLINK answers: …` (strerror(3)).
 */
export type Errno =
  | 'EEXIST'
  | 'EINVAL'
  | 'ENETDOWN'
  | 'ENETUNREACH'
  | 'ENODEV'
  | 'ENOENT'
  | 'ESRCH'
  | 'EADDRNOTAVAIL'
  | 'EOPNOTSUPP';

const STRERROR = {
  EEXIST: 'File exists',
  EINVAL: 'Invalid argument',
  ENETDOWN: 'Network is down',
  ENETUNREACH: 'Network is unreachable',
  ENODEV: 'No such device',
  ENOENT: 'No such file or directory',
  ESRCH: 'No such process',
  EADDRNOTAVAIL: 'Cannot assign requested address',
  EOPNOTSUPP: 'Operation not supported',
} as const satisfies Record<Errno, string>;

export class OpError extends Error {
  override readonly name = 'OpError';
  readonly errno: Errno;
  /** What the kernel says besides (`extack`): `Nexthop has invalid gateway`. */
  readonly detail: string | undefined;

  constructor(errno: Errno, detail?: string) {
    super(STRERROR[errno]);
    this.errno = errno;
    this.detail = detail;
  }
}
