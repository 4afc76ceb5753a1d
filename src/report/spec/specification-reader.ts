/**
 * Puts the specification together from Cucumber's messages: the features as they were parsed, and of
 * each scenario that was run the lab that it ran in.
 */
import type { Attachment, Envelope, GherkinDocument } from '@cucumber/messages';
import { publicPath } from '../feature-words';
import { TOPOLOGY_MEDIA_TYPE } from '../model/media-types';
import type { Topology } from '../model/topology';
import { commonLabs } from './common-labs';
import type { Specification } from './specification';

export class SpecificationReader {
  /** From a feature's path; of several files that hold it the last counts. */
  readonly #documents = new Map<string, GherkinDocument>();
  readonly #labs = new Map<string, Topology[]>();
  /** From the id of a scenario, a test case and a try to the path of its feature. */
  readonly #uris = new Map<string, string>();

  take({ gherkinDocument, pickle, testCase, testCaseStarted, attachment }: Envelope): void {
    if (gherkinDocument !== undefined) {
      this.#documents.set(gherkinDocument.uri ?? '', gherkinDocument);
    } else if (pickle !== undefined) this.#uris.set(pickle.id, pickle.uri);
    else if (testCase !== undefined) this.#lead(testCase.id, testCase.pickleId);
    else if (testCaseStarted !== undefined) {
      this.#lead(testCaseStarted.id, testCaseStarted.testCaseId);
    } else if (attachment?.mediaType === TOPOLOGY_MEDIA_TYPE) this.#takeLab(attachment);
  }

  /** In the order in which the features were read; one without a word in it is left out. */
  specification(): Specification {
    return {
      features: [...this.#documents].flatMap(([uri, { feature }]) => {
        if (feature === undefined) return [];
        const labs = commonLabs(this.#labs.get(uri) ?? []);
        return [{ uri: publicPath(uri), feature, labs }];
      }),
    };
  }

  #lead(id: string, to: string): void {
    this.#uris.set(id, this.#uris.get(to) ?? '');
  }

  #takeLab({ testCaseStartedId = '', body }: Attachment): void {
    const uri = this.#uris.get(testCaseStartedId);
    if (uri === undefined) return;
    const labs = this.#labs.get(uri) ?? [];
    this.#labs.set(uri, [...labs, JSON.parse(body)]);
  }
}
