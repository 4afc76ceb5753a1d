/**
 * The box in which words are typed and the list of what they find. `/` goes to the box, the arrows go
 * through the list, Escape closes it.
 */
import { excerptOf } from '../search/excerpt';
import { type Search, type Section, searchIn } from '../search/search';
import { filled } from '../words';

const HITS_MAX = 12;

declare global {
  /** Of the language of the page; a file beside it says so. */
  var calicumberSections: readonly Section[];
}

export function startSearch(): void {
  const input = document.querySelector<HTMLInputElement>('#search');
  const list = document.querySelector<HTMLOListElement>('.hits');
  const status = document.querySelector<HTMLElement>('.search [role=status]');
  if (input === null || list === null || status === null) return;
  const box = { input, list, status };
  let search: Search | undefined;
  input.addEventListener('input', () => {
    // To order all sections takes a moment, and most readers look for nothing.
    search ??= searchIn(globalThis.calicumberSections);
    show(box, search);
  });
  document.addEventListener('keydown', (event) => onKey(event, box));
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || target.closest('.search') === null) close(box);
  });
}

interface Box {
  readonly input: HTMLInputElement;
  readonly list: HTMLOListElement;
  readonly status: HTMLElement;
}

function show({ input, list, status }: Box, search: Search): void {
  const words = input.value.trim();
  const found = words === '' ? [] : search(words);
  list.replaceChildren(...found.slice(0, HITS_MAX).map((section) => hit(section, words)));
  list.hidden = found.length === 0;
  const { found: some, nothing } = input.dataset;
  const template = (found.length === 0 ? nothing : some) ?? '';
  status.textContent = words === '' ? '' : filled(template, { count: found.length, words });
  status.classList.toggle('hidden-words', words === '' || found.length > 0);
}

function close({ list, status }: Box): void {
  list.hidden = true;
  status.classList.add('hidden-words');
}

function hit({ place, page, title, text, code }: Section, words: string): HTMLLIElement {
  const link = document.createElement('a');
  link.href = place;
  link.append(...[element('b', marked([title], words)), ' ', element('small', [page])]);
  link.append(element('span', marked([text, code], words)));
  return element('li', [link]);
}

/** The piece of a text around the words, with these marked. */
function marked(texts: readonly string[], words: string): (string | Node)[] {
  const { text: piece, marks } = excerptOf(texts, words);
  const parts: (string | Node)[] = [];
  let from = 0;
  for (const [start, end] of marks) {
    parts.push(piece.slice(from, start), element('mark', [piece.slice(start, end)]));
    from = end;
  }
  return [...parts, piece.slice(from)];
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  children: readonly (string | Node)[],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function onKey(event: KeyboardEvent, box: Box): void {
  const { input, list } = box;
  const isTyping = event.target instanceof HTMLInputElement;
  if (event.key === '/' && !isTyping) {
    event.preventDefault();
    input.focus();
  }
  if (event.key === 'Escape' && !list.hidden) {
    close(box);
    input.focus();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || list.hidden || !isWithin(event.target)) return;
  event.preventDefault();
  const stops: readonly (HTMLElement | null)[] = [input, ...list.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLElement | null);
  stops[(at + step + stops.length) % stops.length]?.focus();
}

function isWithin(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.search') !== null;
}
