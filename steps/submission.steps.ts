/**
 * The sentence that brings in what somebody handed in to be judged.
 */
import { Given } from './support/catalogue';
import type { ClusterWorld } from './support/world';

Given(
  'the submission',
  {
    id: 'submission',
    says: 'Brings in what was handed in for grading: manifests are applied, then scripts are typed. Without a submission (a run outside of grading that names none) it does nothing.',
    example: `Given the manifests "two-pods-one-node"
      And the submission
      When pod1 pings pod2
      Then the ping succeeds`,
  },
  async function (this: ClusterWorld) {
    await this.bringInSubmission();
  },
);
