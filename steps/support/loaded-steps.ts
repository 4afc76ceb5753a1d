/**
 * The sentences that this process has loaded. Their files register once, so whoever runs features takes what
 * the first one loaded.
 */
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';

let loaded: ISupportCodeLibrary | undefined;

/** `undefined` where nobody has run anything yet. */
export function loadedSteps(): ISupportCodeLibrary | undefined {
  return loaded;
}

export function keepSteps(library: ISupportCodeLibrary): void {
  loaded = library;
}
