/** What stands above the scenarios of a feature: its name, its file, and what its author says of it. */
import type { JSX } from 'preact';
import { shown } from '../../words/shown';

const NAME_MAX = 500;
const DESCRIPTION_MAX = 10_000;

interface FeatureHeadProps {
  readonly name: string;
  readonly uri: string;
  readonly description: string;
}

export function FeatureHead({ name, uri, description }: FeatureHeadProps): JSX.Element {
  const said = shown(description.trim(), DESCRIPTION_MAX).replace(/^[ \t]+/gm, '');
  return (
    <>
      <h2>{shown(name, NAME_MAX)}</h2>
      <p class="overview-soft">{shown(uri, NAME_MAX)}</p>
      {said !== '' && <p class="overview-said">{said}</p>}
    </>
  );
}
