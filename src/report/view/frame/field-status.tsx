/** The line below the panes: the field that is pointed at, the name that filters know it by, and where it stands. */
import type { JSX } from 'preact';
import type { FieldNode } from '../../../wire/dissect/field-tree';
import { FRAME_WORDS, placeWords } from '../../words/frame-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';

const LABEL_MAX = 200;

export function FieldStatus({ field }: { readonly field: FieldNode | undefined }): JSX.Element {
  if (field === undefined) {
    return (
      <p class="frame-status">
        <Say words={FRAME_WORDS.point} />
      </p>
    );
  }
  return (
    <p class="frame-status">
      <span class="frame-status-label">{shown(field.label, LABEL_MAX)}</span>
      {field.name !== '' && <code>{field.name}</code>}
      <span class="frame-status-place">
        <Say words={placeWords(field.offset, field.length)} />
      </span>
    </p>
  );
}
