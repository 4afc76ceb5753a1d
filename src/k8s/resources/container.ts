/** A container of a pod (core/v1 Container). The fields are known; most do not matter to packets. */
import { z } from 'zod';
import { port } from './addresses';
import { labelName } from './names';
import { opaqueList, opaqueMap } from './opaque';

const containerPort = z.strictObject({
  containerPort: port,
  hostIP: z.string().optional(),
  hostPort: port.optional(),
  name: z.string().max(15).optional(),
  protocol: z.enum(['TCP', 'UDP', 'SCTP']).default('TCP'),
});

/** The fields in the order of the API's reference. */
export const container = z.strictObject({
  name: labelName,
  args: z.array(z.string()).default([]),
  command: z.array(z.string()).default([]),
  env: opaqueList.optional(),
  envFrom: opaqueList.optional(),
  image: z.string().default(''),
  imagePullPolicy: z.enum(['Always', 'Never', 'IfNotPresent']).optional(),
  lifecycle: opaqueMap.optional(),
  livenessProbe: opaqueMap.optional(),
  ports: z.array(containerPort).default([]),
  readinessProbe: opaqueMap.optional(),
  resizePolicy: opaqueList.optional(),
  resources: opaqueMap.optional(),
  restartPolicy: z.string().optional(),
  restartPolicyRules: opaqueList.optional(),
  securityContext: opaqueMap.optional(),
  startupProbe: opaqueMap.optional(),
  stdin: z.boolean().optional(),
  stdinOnce: z.boolean().optional(),
  targetContainerName: z.string().optional(),
  terminationMessagePath: z.string().optional(),
  terminationMessagePolicy: z.string().optional(),
  tty: z.boolean().optional(),
  volumeDevices: opaqueList.optional(),
  volumeMounts: opaqueList.optional(),
  workingDir: z.string().optional(),
});
