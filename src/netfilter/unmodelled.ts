/**
 * What iptables 1.8 has and this engine has not (the files of /usr/lib/x86_64-linux-gnu/xtables): it
 * is told apart from what does not exist at all.
 */

export const UNMODELLED_MATCHES: ReadonlySet<string> = new Set(
  `ah bpf cgroup cluster connbytes connlabel connlimit connmark cpu dccp devgroup dscp ecn esp
  hashlimit helper ipcomp iprange ipvs length nfacct osf owner physdev pkttype policy quota rateest
  realm recent sctp socket string tcpmss time tos ttl u32`.split(/\s+/),
);

export const UNMODELLED_TARGETS: ReadonlySet<string> = new Set(
  `AUDIT CHECKSUM CLASSIFY CLUSTERIP CONNMARK CONNSECMARK DSCP ECN HMARK IDLETIMER LED NETMAP NFLOG
  NFQUEUE RATEEST SECMARK SET SYNPROXY TCPMSS TCPOPTSTRIP TEE TOS TPROXY TRACE TTL`.split(/\s+/),
);

/** Options of extensions that are there, but without these; `''` has those of the rule itself. */
const UNMODELLED_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  '': ['-f', '--fragment', '--fragments'],
  conntrack: `--ctproto --ctorigsrc --ctorigdst --ctreplsrc --ctrepldst --ctorigsrcport
    --ctorigdstport --ctreplsrcport --ctrepldstport --ctstatus --ctexpire --ctdir`.split(/\s+/),
  set: `--return-nomatch --update-counters --update-subcounters --packets-eq --packets-lt
    --packets-gt --bytes-eq --bytes-lt --bytes-gt`.split(/\s+/),
  tcp: ['--tcp-option'],
  CT: [
    '--helper',
    '--ctevents',
    '--expevents',
    '--zone',
    '--zone-orig',
    '--zone-reply',
    '--timeout',
  ],
  LOG: ['--log-macdecode'],
};

export function isUnmodelledOption(extension: string, option: string): boolean {
  return UNMODELLED_OPTIONS[extension]?.includes(option) ?? false;
}
