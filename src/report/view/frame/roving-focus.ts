/**
 * One stop of the Tab key in a pane, and the arrow keys within: the element that is active has
 * `tabindex=0`, all others -1, and focus follows where keys move it.
 */
import { type MutableRef, useLayoutEffect, useRef } from 'preact/hooks';

export interface RovingFocus<Pane extends HTMLElement> {
  /** Of the pane, which scrolls. */
  readonly pane: MutableRef<Pane | null>;
  /** Focus goes to what is active once it is drawn. */
  follow(): void;
}

/** @param active what is active: when it becomes another, the pane scrolls to it */
export function useRovingFocus<Pane extends HTMLElement>(active: unknown): RovingFocus<Pane> {
  const pane = useRef<Pane>(null);
  const isFollowed = useRef(false);
  useLayoutEffect(() => {
    const stop = pane.current?.querySelector<HTMLElement>('[tabindex="0"]');
    if (!pane.current || !stop) return;
    scrollWithin(pane.current, stop);
    if (isFollowed.current) stop.focus({ preventScroll: true });
    isFollowed.current = false;
  }, [active]);
  return {
    pane,
    follow() {
      isFollowed.current = true;
    },
  };
}

/** The pane scrolls, the page does not: `scrollIntoView` moves both. */
function scrollWithin(pane: HTMLElement, element: HTMLElement): void {
  const frame = pane.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const head = pane.querySelector('thead')?.getBoundingClientRect().height ?? 0;
  if (box.top < frame.top + head) pane.scrollTop -= frame.top + head - box.top;
  else if (box.bottom > frame.bottom) pane.scrollTop += box.bottom - frame.bottom;
}
