/**
 * Scenarios that are opened: the one that the page's address names, and each one's evidence as soon as
 * somebody looks at it.
 */
import { render } from 'preact';
import { readAddress, writeAddress } from './address';
import { Evidence } from './evidence';
import { evidenceIn, filesIn } from './packed-evidence';

export function openScenarios(page: Document): void {
  for (const scenario of page.querySelectorAll<HTMLDetailsElement>('.scenario')) {
    scenario.addEventListener('toggle', (event) => {
      if (event.target !== scenario) return;
      writeAddress((address) => {
        if (scenario.open) address.set('open', scenario.id);
        else if (address.get('open') === scenario.id) address.delete('open');
      });
      if (scenario.open) void showEvidence(page, scenario);
    });
  }
  const follow = (): void => openNamed(page);
  addEventListener('hashchange', follow);
  follow();
}

function openNamed(page: Document): void {
  const named = page.getElementById(readAddress().get('open') ?? '');
  if (!(named instanceof HTMLDetailsElement) || !named.classList.contains('scenario')) return;
  named.open = true;
  named.scrollIntoView();
  named.querySelector('summary')?.focus({ preventScroll: true });
}

/** Once: what was unfolded stays. */
async function showEvidence(page: Document, scenario: HTMLElement): Promise<void> {
  const place = scenario.querySelector<HTMLElement>('.scenario-evidence');
  const id = place?.dataset['evidence'];
  if (place === null || id === undefined) return;
  delete place.dataset['evidence'];
  const evidence = await evidenceIn(page.getElementById(id)?.textContent ?? '');
  place.replaceChildren();
  const files = filesIn(scenario);
  render(<Evidence evidence={evidence} files={files} name={scenario.id.slice(2)} />, place);
}
