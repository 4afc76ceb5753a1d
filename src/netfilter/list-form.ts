/** In whose words `iptables -L` prints a rule. */

/** Ubuntu 22.04's and Debian 12's: 1.8.9 began to print protocols as numbers where `-n` is given. */
export type IptablesVersion = '1.8.7' | '1.8.9';

export interface ListForm {
  readonly version: IptablesVersion;
  /** `-n`: no names for ports, ICMP types and levels. */
  readonly isNumeric: boolean;
}
