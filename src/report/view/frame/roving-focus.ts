/**
 * One stop of the Tab key in a pane, and the arrow keys within: the element that is active has
 * `tabindex=0`, all others -1. While the focus is in the pane it goes where the active one goes.
 */
import { type MutableRef, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * @param active what is active: when it becomes another, the pane scrolls to it
 * @returns for the pane, which is the element that scrolls
 */
export function useRovingFocus<Pane extends HTMLElement>(active: unknown): MutableRef<Pane | null> {
  const ref = useRef<Pane>(null);
  // Asked before anything is drawn anew: what had the focus may be gone then.
  const hasFocus = ref.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const pane = ref.current;
    const stop = pane?.querySelector<HTMLElement>('[tabindex="0"]');
    if (!pane || !stop) return;
    scrollWithin(pane, stop);
    if (hasFocus) stop.focus({ preventScroll: true });
  }, [active]);
  return ref;
}

/** The pane scrolls, the page does not: `scrollIntoView` moves both. */
function scrollWithin(pane: HTMLElement, element: HTMLElement): void {
  const frame = pane.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const head = pane.querySelector('thead')?.getBoundingClientRect().height ?? 0;
  if (box.top < frame.top + head) pane.scrollTop -= frame.top + head - box.top;
  else if (box.bottom > frame.bottom) pane.scrollTop += box.bottom - frame.bottom;
}
