/** The fields of FelixConfiguration that are about its eBPF dataplane. */
import { z } from 'zod';
import { intOrText } from '../../k8s/resources/int-or-text';
import { duration, oneOf } from './felix-scalars';
import { flag, integer, onOff, text, textList } from './fields';
import { goPattern } from './go-pattern';

const conntrackTimeout = goPattern(
  '^(([0-9]*(\\.[0-9]*)?(ms|s|h|m|us)+)+|Auto)$',
  '^(([0-9]*(\\.[0-9]*)?(s|h|m|us))+|Auto)$',
).optional();

const conntrackTimeouts = {
  creationGracePeriod: conntrackTimeout,
  genericTimeout: conntrackTimeout,
  icmpTimeout: conntrackTimeout,
  tcpEstablished: conntrackTimeout,
  tcpFinsSeen: conntrackTimeout,
  tcpResetSeen: conntrackTimeout,
  tcpSynSent: conntrackTimeout,
  udpTimeout: conntrackTimeout,
};

export const felixBpfFields = {
  bpfAttachType: z.enum(['TC', 'TCX', 'Netkit']).optional(),
  bpfCTLBLogFilter: text,
  bpfConnectTimeLoadBalancing: z.enum(['TCP', 'Enabled', 'Disabled']).optional(),
  bpfConnectTimeLoadBalancingEnabled: flag,
  bpfConntrackLogLevel: z.enum(['Off', 'Debug']).optional(),
  bpfConntrackMode: z.enum(['Auto', 'Userspace', 'BPFProgram']).optional(),
  bpfConntrackTimeouts: z.strictObject(conntrackTimeouts).optional(),
  bpfDSROptoutCIDRs: textList,
  bpfDataIfacePattern: text,
  bpfDisableGROForIfaces: text,
  bpfDisableUnprivileged: flag,
  bpfEnabled: flag,
  bpfEnforceRPF: oneOf('Disabled', 'Strict', 'Loose'),
  bpfExcludeCIDRsFromNAT: textList,
  bpfExportBufferSizeMB: integer,
  bpfExtToServiceConnmark: integer,
  bpfExternalServiceMode: oneOf('Tunnel', 'DSR'),
  bpfForceTrackPacketsFromIfaces: textList,
  bpfHostConntrackBypass: flag,
  bpfHostNetworkedNATWithoutCTLB: onOff,
  bpfIPFragTimeout: duration,
  bpfIPFragmentReassemblyEnabled: flag,
  bpfJITHardening: z.enum(['Auto', 'Strict']).optional(),
  bpfKubeProxyHealthzPort: integer,
  bpfKubeProxyIptablesCleanupEnabled: flag,
  bpfKubeProxyMinSyncPeriod: duration,
  bpfL3IfacePattern: text,
  bpfLogFilters: z.record(z.string(), z.string()).optional(),
  bpfLogLevel: oneOf('Off', 'Info', 'Debug'),
  bpfMaglevMaxEndpointsPerService: integer,
  bpfMaglevMaxServices: integer,
  bpfMapSizeConntrack: integer,
  bpfMapSizeConntrackCleanupQueue: z.int().min(1).optional(),
  bpfMapSizeConntrackScaling: oneOf('Disabled', 'DoubleIfFull'),
  bpfMapSizeIPSets: integer,
  bpfMapSizeIfState: integer,
  bpfMapSizeNATAffinity: integer,
  bpfMapSizeNATBackend: integer,
  bpfMapSizeNATFrontend: integer,
  bpfMapSizePerCpuConntrack: integer,
  bpfMapSizeRoute: integer,
  bpfOverlayHostSourceIP: z.enum(['TunnelAddress', 'HostAddress']).optional(),
  bpfPSNATPorts: intOrText.optional(),
  bpfPolicyDebugEnabled: flag,
  bpfProfiling: onOff,
  bpfRedirectToPeer: onOff,
};
