/** What `route`, `arp`, `ifconfig` and `netstat` say of themselves; both distributions have the same. */
export const NET_TOOLS_VERSION = 'net-tools 2.10';
