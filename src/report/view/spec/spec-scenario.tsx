/**
 * One scenario of the specification, or a background: its heading, what is said of it, its sentences,
 * and the rows under Examples. Paper is never turned within one.
 */
import type { Background, Examples, Scenario } from '@cucumber/messages';
import type { JSX } from 'preact';
import { shown } from '../../words/shown';
import { SpecDescription, SpecTags } from './spec-said';
import { SpecSteps } from './spec-steps';

const NAME_MAX = 500;
const CELL_MAX = 1_000;

interface SpecScenarioProps {
  readonly scenario: Scenario | Background;
  /** Of its heading: 3 below a feature, 4 below a rule. */
  readonly level: 3 | 4;
}

export function SpecScenario({ scenario, level }: SpecScenarioProps): JSX.Element {
  const { keyword, name, description, steps } = scenario;
  const examples = 'examples' in scenario ? scenario.examples : [];
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <section class="spec-scenario">
      <Heading>
        <span class="spec-keyword">{shown(keyword, NAME_MAX)}</span>
        {name !== '' && ` ${shown(name, NAME_MAX)}`}
      </Heading>
      {'tags' in scenario && <SpecTags tags={scenario.tags} />}
      <SpecDescription text={description} />
      <SpecSteps steps={steps} isOutline={examples.length > 0} />
      {examples.map((one, at) => (
        <SpecExamples key={at} {...one} />
      ))}
    </section>
  );
}

function SpecExamples({ keyword, name, tags, description, ...rows }: Examples): JSX.Element {
  return (
    <div class="spec-examples">
      <SpecTags tags={tags} />
      <SpecDescription text={description} />
      <table class="spec-table">
        <caption>
          {shown(keyword, NAME_MAX)}
          {name !== '' && `: ${shown(name, NAME_MAX)}`}
        </caption>
        <thead>
          <tr>
            {rows.tableHeader?.cells.map(({ value }, at) => (
              <th key={at} scope="col">
                {shown(value, CELL_MAX)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.tableBody.map(({ cells }, row) => (
            <tr key={row}>
              {cells.map(({ value }, at) => (
                <td key={at}>{shown(value, CELL_MAX)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
