/** Every kind of Kubernetes' own that is known. A new one is a file beside this and a line here. */
import { namespaceKind } from './namespace';
import { networkPolicyKind } from './network-policy';
import { nodeKind } from './node';
import { podKind } from './pod';
import { serviceKind } from './service';
import { serviceAccountKind } from './service-account';

export const k8sKinds = [
  namespaceKind,
  nodeKind,
  podKind,
  serviceKind,
  serviceAccountKind,
  networkPolicyKind,
] as const;
