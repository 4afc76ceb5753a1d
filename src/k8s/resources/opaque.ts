/** Parts of Kubernetes' resources that no packet ever notices: any mapping will do. */
import { z } from 'zod';

export const opaqueMap = z.record(z.string(), z.unknown());
export const opaqueList = z.array(opaqueMap);
