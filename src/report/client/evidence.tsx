/** The evidence of a scenario, alive. */
import type { JSX } from 'preact';
import type { CaptureFile } from '../model/evidence';
import { IdPrefix } from '../view/unique-id';
import { EvidenceView } from '../view/walk/evidence-view';
import { PAGE_WORDS } from '../words/page-words';
import { Say } from '../words/say';
import { MadeFiles } from './made-files';
import type { PackedEvidence } from './packed-evidence';

interface EvidenceProps {
  readonly evidence: PackedEvidence | undefined;
  /** Those beside the page; where there are none, the page makes them itself. */
  readonly files: readonly CaptureFile[];
  /** What files of the scenario are called. */
  readonly name: string;
}

export function Evidence({ evidence, files, name }: EvidenceProps): JSX.Element {
  if (evidence === undefined) {
    return (
      <p>
        <Say words={PAGE_WORDS.damaged} />
      </p>
    );
  }
  return (
    <IdPrefix.Provider value={name}>
      <EvidenceView evidence={evidence} />
      <MadeFiles evidence={evidence} name={name} files={files} />
    </IdPrefix.Provider>
  );
}
