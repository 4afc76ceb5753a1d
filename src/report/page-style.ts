/** The look of the report: no font, picture or script from anywhere; light, dark and paper. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1b2430;--soft:#5b6673;--line:#d5dce4;--paper:#fff;--held:#16803c;
--violated:#c5221f;--open:#9a6700}
@media(prefers-color-scheme:dark){:root{--ink:#e4e9f0;--soft:#9aa7b5;--line:#313c49;--paper:#12181f;
--held:#4cc38a;--violated:#ff6b66;--open:#e0b341}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;
max-width:64rem;padding:1rem}
h1{margin:0}h2{margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}
.soft{color:var(--soft);font-size:.875rem}
.totals{display:flex;gap:2rem;padding:0;list-style:none;font-size:1.25rem}
.held{color:var(--held)}.violated{color:var(--violated)}.open{color:var(--open)}
article{border-left:4px solid var(--line);padding:.25rem 0 .25rem 1rem;margin:1rem 0}
article.is-held{border-color:var(--held)}article.is-violated{border-color:var(--violated)}
article.is-open{border-color:var(--open)}
h3{margin:0;font-size:1rem}ol{list-style:none;margin:.25rem 0;padding:0}
img{max-width:100%;height:auto}
pre{overflow-x:auto;font-size:.8125rem;border:1px solid var(--line);padding:.75rem}
pre.why{white-space:pre-wrap}
summary{cursor:pointer}
@media print{details>*{display:block}}
`;
