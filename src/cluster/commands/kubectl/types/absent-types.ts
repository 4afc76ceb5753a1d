/**
 * Types that every API server offers, and of which there is nothing here: nobody runs Deployments,
 * keeps Secrets or answers for Services. To ask for them is fine; to make one is not modelled.
 */
import { AGE, NAME, type ResourceType } from '../resource-type';

type Row = readonly [plural: string, kind: string, apiVersion: string, shortNames?: string];

const NAMESPACED: readonly Row[] = [
  ['configmaps', 'ConfigMap', 'v1', 'cm'],
  ['endpoints', 'Endpoints', 'v1', 'ep'],
  ['limitranges', 'LimitRange', 'v1', 'limits'],
  ['persistentvolumeclaims', 'PersistentVolumeClaim', 'v1', 'pvc'],
  ['podtemplates', 'PodTemplate', 'v1'],
  ['replicationcontrollers', 'ReplicationController', 'v1', 'rc'],
  ['resourcequotas', 'ResourceQuota', 'v1', 'quota'],
  ['secrets', 'Secret', 'v1'],
  ['services', 'Service', 'v1', 'svc'],
  ['controllerrevisions', 'ControllerRevision', 'apps/v1'],
  ['daemonsets', 'DaemonSet', 'apps/v1', 'ds'],
  ['deployments', 'Deployment', 'apps/v1', 'deploy'],
  ['replicasets', 'ReplicaSet', 'apps/v1', 'rs'],
  ['statefulsets', 'StatefulSet', 'apps/v1', 'sts'],
  ['horizontalpodautoscalers', 'HorizontalPodAutoscaler', 'autoscaling/v2', 'hpa'],
  ['cronjobs', 'CronJob', 'batch/v1', 'cj'],
  ['jobs', 'Job', 'batch/v1'],
  ['leases', 'Lease', 'coordination.k8s.io/v1'],
  ['endpointslices', 'EndpointSlice', 'discovery.k8s.io/v1'],
  ['ingresses', 'Ingress', 'networking.k8s.io/v1', 'ing'],
  ['networkpolicies', 'NetworkPolicy', 'networking.k8s.io/v1', 'netpol'],
  ['poddisruptionbudgets', 'PodDisruptionBudget', 'policy/v1', 'pdb'],
  ['rolebindings', 'RoleBinding', 'rbac.authorization.k8s.io/v1'],
  ['roles', 'Role', 'rbac.authorization.k8s.io/v1'],
];

const CLUSTER_WIDE: readonly Row[] = [
  ['persistentvolumes', 'PersistentVolume', 'v1', 'pv'],
  ['priorityclasses', 'PriorityClass', 'scheduling.k8s.io/v1', 'pc'],
  ['ingressclasses', 'IngressClass', 'networking.k8s.io/v1'],
  ['runtimeclasses', 'RuntimeClass', 'node.k8s.io/v1'],
  ['storageclasses', 'StorageClass', 'storage.k8s.io/v1', 'sc'],
  ['caliconodestatuses', 'CalicoNodeStatus', 'crd.projectcalico.org/v1'],
  ['kubecontrollersconfigurations', 'KubeControllersConfiguration', 'crd.projectcalico.org/v1'],
];

function absentType([plural, kind, apiVersion, short]: Row, isNamespaced: boolean): ResourceType {
  const at = apiVersion.lastIndexOf('/');
  return {
    plural,
    singular: kind.toLowerCase(),
    shortNames: short === undefined ? [] : [short],
    group: apiVersion.slice(0, Math.max(at, 0)),
    version: apiVersion.slice(at + 1),
    kind,
    isNamespaced,
    stored: undefined,
    columns: [NAME, AGE],
    list: () => [],
  };
}

export const absentTypes: readonly ResourceType[] = [
  ...NAMESPACED.map((row) => absentType(row, true)),
  ...CLUSTER_WIDE.map((row) => absentType(row, false)),
];

/** Types that every API server has some objects of, and this one does not know: by all their names. */
export const UNLISTED_TYPES: ReadonlySet<string> = new Set([
  ...['apiservices', 'apiservice', 'componentstatuses', 'componentstatus', 'cs'],
  ...['certificatesigningrequests', 'certificatesigningrequest', 'csr'],
  ...['clusterroles', 'clusterrole', 'clusterrolebindings', 'clusterrolebinding'],
  ...['csidrivers', 'csidriver', 'csinodes', 'csinode', 'volumeattachments', 'volumeattachment'],
  ...['customresourcedefinitions', 'customresourcedefinition', 'crd', 'crds'],
  ...['flowschemas', 'flowschema', 'prioritylevelconfigurations', 'prioritylevelconfiguration'],
  ...['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
]);
