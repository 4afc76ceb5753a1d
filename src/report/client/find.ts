/**
 * Search and filters of the scenarios: what fits is shown, the rest is hidden. What was chosen stands in
 * the page's address.
 */
import { shownCountWords } from '../words/overview-words';
import { readAddress, writeAddress } from './address';

/** A part of the form, by its name and by its name in the address. */
const FIELDS = ['q', 'verdict', 'feature', 'tag'] as const;
type Choice = Record<(typeof FIELDS)[number], string>;

interface Findable {
  readonly element: HTMLElement;
  readonly verdict: string;
  readonly feature: string;
  readonly tags: readonly string[];
  /** In lower case. */
  readonly words: string;
}

export function findScenarios(page: Document): void {
  const form = page.getElementById('find');
  if (form === null) return;
  const scenarios = findables(page);
  const update = (): void => {
    const choice = choiceIn(form);
    show(page, scenarios, choice);
    writeAddress((address) => {
      for (const name of FIELDS) {
        if (choice[name] === '') address.delete(name);
        else address.set(name, choice[name]);
      }
    });
  };
  const restore = (): void => {
    choose(form, readAddress());
    show(page, scenarios, choiceIn(form));
  };
  form.addEventListener('input', update);
  form.querySelector('button[name="clear"]')?.addEventListener('click', () => {
    choose(form, new URLSearchParams());
    update();
  });
  addEventListener('hashchange', restore);
  restore();
  form.hidden = false;
}

function findables(page: Document): readonly Findable[] {
  return [...page.querySelectorAll<HTMLElement>('.scenario')].map((element) => ({
    element,
    verdict: element.dataset['verdict'] ?? '',
    feature: element.parentElement?.id ?? '',
    tags: (element.dataset['tags'] ?? '').split(' '),
    words: (element.textContent ?? '').toLowerCase(),
  }));
}

function choiceIn(form: HTMLElement): Choice {
  const value = (selector: string): string =>
    form.querySelector<HTMLInputElement | HTMLSelectElement>(selector)?.value ?? '';
  return {
    q: value('[name="q"]'),
    verdict: value('[name="verdict"]:checked'),
    feature: value('[name="feature"]'),
    tag: value('[name="tag"]'),
  };
}

/** What the address names and the page does not have stays unchosen. */
function choose(form: HTMLElement, address: URLSearchParams): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name="verdict"]')) {
    radio.checked = radio.value === (address.get('verdict') ?? '');
  }
  for (const name of ['q', 'feature', 'tag']) {
    const field = form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`);
    if (field !== null) field.value = address.get(name) ?? '';
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
  }
}

function show(page: Document, scenarios: readonly Findable[], choice: Choice): void {
  const words = choice.q.toLowerCase().split(/\s+/);
  const seen = new Set<string>();
  let count = 0;
  for (const scenario of scenarios) {
    const fits =
      (choice.verdict === '' || scenario.verdict === choice.verdict) &&
      (choice.feature === '' || scenario.feature === choice.feature) &&
      (choice.tag === '' || scenario.tags.includes(choice.tag)) &&
      words.every((word) => scenario.words.includes(word));
    if (scenario.element.hidden === fits) scenario.element.hidden = !fits;
    if (!fits) continue;
    count += 1;
    seen.add(scenario.feature);
  }
  for (const feature of page.querySelectorAll<HTMLElement>('.overview-feature')) {
    feature.hidden = !seen.has(feature.id);
  }
  const said = shownCountWords(count, scenarios.length);
  for (const span of page.querySelectorAll<HTMLElement>('#find output span')) {
    span.textContent = span.lang === 'ko' ? said.ko : said.en;
  }
}
