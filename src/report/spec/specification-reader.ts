/**
 * Puts the specification together from Cucumber's messages: the features as they were parsed, and of
 * each scenario that was run the lab that it ran in.
 */
import type { Envelope, GherkinDocument } from '@cucumber/messages';
import { TOPOLOGY_MEDIA_TYPE, VERDICT_MEDIA_TYPE } from '../model/media-types';
import type { Topology } from '../model/topology';
import { publicPath } from '../read/public-words';
import type { ReadScenario } from '../read/read-scenario';
import { ScenarioReader } from '../read/scenario-reader';
import { commonLabs } from './common-labs';
import type { Specification } from './specification';

/** What else is attached belongs to how a run went. */
const WANTED: readonly (string | undefined)[] = [TOPOLOGY_MEDIA_TYPE, VERDICT_MEDIA_TYPE];

export class SpecificationReader {
  /** By their paths; of several files that hold a feature the last counts. */
  readonly #documents = new Map<string, GherkinDocument>();
  readonly #labs = new Map<string, readonly Topology[]>();
  readonly #reader = new ScenarioReader((scenario) => this.#takeLab(scenario));

  take(envelope: Envelope): void {
    const { gherkinDocument, attachment } = envelope;
    if (gherkinDocument !== undefined) {
      this.#documents.set(publicPath(gherkinDocument.uri ?? ''), gherkinDocument);
    }
    if (attachment === undefined || WANTED.includes(attachment.mediaType)) {
      this.#reader.take(envelope);
    }
  }

  /** In the order in which the features were read; a file without one is left out. */
  specification(): Specification {
    return {
      features: [...this.#documents].flatMap(([uri, { feature }]) => {
        if (feature === undefined) return [];
        return [{ uri, feature, labs: commonLabs(this.#labs.get(uri) ?? []) }];
      }),
    };
  }

  #takeLab({ uri, evidence: { topology } }: ReadScenario): void {
    if (topology === undefined) return;
    this.#labs.set(uri, commonLabs([...(this.#labs.get(uri) ?? []), topology]));
  }
}
