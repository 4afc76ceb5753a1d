/**
 * Something that was changed on a host while the lab ran, and by whom: somebody at a keyboard, or what
 * keeps the host as it should be and puts back what he changed.
 */
export interface HostChange {
  /** Microseconds of virtual time. */
  readonly atUs: number;
  readonly host: string;
  readonly by: 'hand' | 'felix' | 'bird';
  /** `put back the route 172.16.158.2 dev calibd2348b4f67 scope link` */
  readonly what: string;
}
