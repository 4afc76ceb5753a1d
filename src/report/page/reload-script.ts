/**
 * What a page does while somebody watches: it loads itself anew after each run, and the reader goes on where
 * he was. The server that shows the page adds it; the page on the disk knows nothing of it.
 */

/** Where the page's server tells of runs, as server-sent events. */
export const RUNS_PATH = '/runs';

/** @param version of the page that the script stands in; another one is loaded as soon as it is told of */
export function reloadScript(version: string): string {
  return `(${String(reloadWithRuns)})(${JSON.stringify(RUNS_PATH)}, ${JSON.stringify(version)});`;
}

/** Runs in the browser, and so knows nothing but what it is given. */
function reloadWithRuns(runs: string, version: string): void {
  const key = 'calicumber-reader';
  /** Milliseconds in which what was open unfolds. */
  const patience = 2000;

  function keepReader(): void {
    const scenarios = [...document.querySelectorAll<HTMLDetailsElement>('.scenario')];
    const inSight = scenarios.find((scenario) => scenario.getBoundingClientRect().bottom > 0);
    const reader = {
      open: scenarios.filter((scenario) => scenario.open).map(({ id }) => id),
      inSight: inSight?.id ?? '',
      top: inSight?.getBoundingClientRect().top ?? 0,
      y: scrollY,
    };
    sessionStorage.setItem(key, JSON.stringify(reader));
    history.scrollRestoration = 'manual';
  }

  function findReader(): void {
    const kept = sessionStorage.getItem(key);
    if (kept === null) return;
    sessionStorage.removeItem(key);
    const { open, inSight, top, y } = JSON.parse(kept);
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    const scroll = (): void => {
      const place = document.getElementById(inSight)?.getBoundingClientRect();
      scrollTo({ top: y > 0 && place !== undefined ? scrollY + place.top - top : y });
    };
    scroll();
    const growth = new ResizeObserver(scroll);
    growth.observe(document.body);
    const end = (): void => growth.disconnect();
    for (const deed of ['wheel', 'keydown', 'pointerdown']) addEventListener(deed, end);
    setTimeout(end, patience);
    history.scrollRestoration = 'auto';
  }

  findReader();
  new EventSource(runs).onmessage = ({ data }) => {
    if (data === version) return;
    keepReader();
    location.reload();
  };
}
