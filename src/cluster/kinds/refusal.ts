/** Why a resource may not join the others, although it reads well by itself. */
import type { Objection } from '../../manifest/kind';
import type { ManifestErrorCode } from '../../manifest/manifest-error';

export interface Refusal extends Objection {
  readonly code: ManifestErrorCode;
}
