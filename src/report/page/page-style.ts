/**
 * The look of the page: the reader's light or dark theme, and on paper everything unfolded.
 */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ground:#fff;--text:#1b2430;--soft:#566270;--line:#d5dbe3;--panel:#f5f7fa;
--held:#16803c;--violated:#c5221f;--open:#9a5b00}
@media(prefers-color-scheme:dark){:root{--ground:#12171e;--text:#e4e9f0;--soft:#a3afbd;--line:#323c49;
--panel:#1a212b;--held:#4cc38a;--violated:#ff7b76;--open:#f0b35a}}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.25rem;margin:2rem 0 .25rem}
.totals{display:flex;flex-wrap:wrap;gap:.75rem;padding:0;margin:1rem 0;list-style:none}
.totals li{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;padding:.5rem 1rem}
.totals b{font-size:1.5rem;display:block}
.held{--mark:var(--held)}.violated{--mark:var(--violated)}.open{--mark:var(--open)}
.totals b,.mark{color:var(--mark)}.mark{font-weight:600;white-space:nowrap}
.soft{color:var(--soft);font-size:.875rem}.words{white-space:pre-line;color:var(--soft);margin:0 0 .5rem}
.scenario{border:1px solid var(--line);border-left:4px solid var(--mark);border-radius:.4rem;margin:.5rem 0}
.scenario>summary{cursor:pointer;padding:.4rem .75rem}
.scenario>summary .soft{float:right;margin-left:1rem}.inside{padding:0 1rem 1rem}
.steps{list-style:none;padding:0;margin:.25rem 0 .75rem}.steps>li{padding:.1rem 0 .1rem 1.5rem;text-indent:-1.5rem}
.steps>li>*{text-indent:0}.failed{color:var(--violated)}.undefined,.pending,.ambiguous{color:var(--open)}
.skipped{color:var(--soft)}.steps table{margin:.25rem 0;font-size:.875rem}
table{border-collapse:collapse}td{border:1px solid var(--line);padding:.1rem .5rem}
pre{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.75rem;margin:.5rem 0;
overflow-x:auto;font:.8125rem/1.45 ui-monospace,monospace}
.why{border-left:4px solid var(--mark)}
.said{margin:.4rem 0;padding-left:.75rem;border-left:3px solid var(--line)}
.picture{display:block;max-width:100%;height:auto;margin:.5rem 0}
.files{font-size:.875rem}.files ul{columns:14rem;margin:.25rem 0;padding-left:1.25rem}a{color:inherit}
@media print{body{font-size:11px}main{max-width:none;padding:0}pre{white-space:pre-wrap}
details::details-content{content-visibility:visible;display:block;height:auto}.picture,.steps li{break-inside:avoid}}
`;
