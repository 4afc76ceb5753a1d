/** What stands above the scenarios of a feature: its name, its file, and what its author says of it. */
import type { JSX } from 'preact';
import { shown } from '../../words/shown';
import { SpecDescription } from '../spec/spec-said';

const NAME_MAX = 500;

interface FeatureHeadProps {
  readonly name: string;
  readonly uri: string;
  readonly description: string;
}

export function FeatureHead({ name, uri, description }: FeatureHeadProps): JSX.Element {
  return (
    <>
      <h2>{shown(name, NAME_MAX)}</h2>
      <p class="overview-soft">{shown(uri, NAME_MAX)}</p>
      <SpecDescription text={description} />
    </>
  );
}
