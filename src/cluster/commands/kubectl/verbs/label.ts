/** `kubectl label`, and `kubectl annotate`, which is the same with other words. */
import { changeMarks, MARK_FLAGS } from '../change-marks';
import type { Verb } from '../verb';

export const labelVerb: Verb = {
  name: 'label',
  short: 'Update the labels on a resource',
  usage:
    'kubectl label [--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version] [options]',
  flags: [...MARK_FLAGS, { name: 'list', takes: 'switch', isUnmodelled: true }],
  run: (call) =>
    changeMarks(call, {
      field: 'labels',
      noun: 'label',
      done: { set: 'labeled', removed: 'unlabeled', nothing: 'not labeled' },
    }),
};

export const annotateVerb: Verb = {
  name: 'annotate',
  short: 'Update the annotations on a resource',
  usage:
    'kubectl annotate [--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version] [options]',
  flags: [...MARK_FLAGS, { name: 'list', takes: 'switch', isUnmodelled: true }],
  run: (call) =>
    changeMarks(call, {
      field: 'annotations',
      noun: 'annotation',
      done: { set: 'annotated', removed: 'annotated', nothing: 'annotated' },
    }),
};
