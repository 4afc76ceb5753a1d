/** The evidence of a scenario, alive. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CaptureFile } from '../model/evidence';
import { FramePanes } from '../view/frame/frame-panes';
import { MismatchView } from '../view/mismatch/mismatch-view';
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
  const [selected, select] = useState<number | undefined>(undefined);
  if (evidence === undefined) {
    return (
      <p>
        <Say words={PAGE_WORDS.damaged} />
      </p>
    );
  }
  const { mismatches, capture } = evidence;
  return (
    <>
      {mismatches.map((mismatch, at) => (
        <MismatchView key={at} mismatch={mismatch} />
      ))}
      {capture && <FramePanes capture={capture} selected={selected} onSelect={select} />}
      {files.length === 0 && <MadeFiles evidence={evidence} name={name} />}
    </>
  );
}
