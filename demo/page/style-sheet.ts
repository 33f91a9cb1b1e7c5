/** The page's one style sheet: light and dark by the reader's preference, from 320 pixels of width. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --page: light-dark(#ffffff, #0d1117);
  --raised: light-dark(#f6f8fa, #151b23);
  --text: light-dark(#1f2328, #e6edf3);
  --quiet: light-dark(#59636e, #9198a1);
  --line: light-dark(#d1d9e0, #3d444d);
  --link: light-dark(#0969da, #4493f8);
  --code: light-dark(#818b981f, #656c7633);
  --green: light-dark(#1a7f37, #3fb950);
  --green-fill: light-dark(#dafbe1, #2ea04326);
  --red: light-dark(#cf222e, #f85149);
  --red-fill: light-dark(#ffebe9, #f851491f);
  --amber: light-dark(#9a6700, #d29922);
  --amber-fill: light-dark(#fff8c5, #bb800933);
  --blue-fill: light-dark(#ddf4ff, #388bfd1f);
  --blue-line: light-dark(#54aeff66, #388bfd66);
  --violet: light-dark(#8250df, #ab7df8);
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
* { box-sizing: border-box; }
html { scroll-padding-top: 5rem; }
body { margin: 0; background: var(--page); color: var(--text); font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
code, pre { font-family: var(--mono); font-size: 85%; }
summary { cursor: pointer; }
.width { max-width: 1012px; margin-inline: auto; padding-inline: 16px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; z-index: 2; padding: 8px; background: var(--page); }

.top { background: var(--raised); border-bottom: 1px solid var(--line); }
.top .width { display: flex; flex-wrap: wrap; gap: 2px 16px; align-items: baseline; justify-content: space-between; padding-block: 12px; }
.top strong { font-size: 16px; }
.note, .meta, .behind, .box-head, .number, time, footer { color: var(--quiet); }
footer { padding-block: 24px 40px; font-size: 12px; }

.story { border-bottom: 1px solid var(--line); background: var(--page); }
.story ol { display: flex; flex-wrap: wrap; gap: 6px; list-style: none; margin: 0; padding: 12px 0 0; }
.story a { display: block; padding: 4px 10px; border: 1px solid var(--line); border-radius: 999px; color: var(--text); font-size: 13px; }
.story a:hover { background: var(--raised); text-decoration: none; }
.story a[aria-current] { background: var(--blue-fill); border-color: var(--link); font-weight: 600; }
.story .step { color: var(--quiet); font-variant-numeric: tabular-nums; }
.story p { margin: 10px 0 12px; }
.behind { font-size: 12px; display: block; }

h1 { margin: 24px 0 8px; font-size: 26px; font-weight: 400; line-height: 1.25; overflow-wrap: anywhere; }
.meta { display: flex; flex-wrap: wrap; gap: 4px 6px; align-items: center; margin: 0 0 24px; padding-bottom: 20px; border-bottom: 1px solid var(--line); }
.meta strong, .box-head strong, .event strong { color: var(--text); }
.branch { padding: 2px 6px; border-radius: 6px; background: var(--blue-fill); color: var(--link); }
.state { padding: 4px 12px; margin-right: 4px; border-radius: 999px; background: #1a7f37; color: #fff; font-weight: 500; }
.state.queued { background: #9a6700; }

.timeline { position: relative; }
.comment { display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 16px; margin-bottom: 16px; }
.avatar { display: block; }
.event .avatar { display: inline-block; vertical-align: -5px; margin-right: 2px; }
.box { border: 1px solid var(--line); border-radius: 6px; min-width: 0; }
.box-head { padding: 8px 16px; border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0; background: var(--raised); }
.label { padding: 0 7px; border: 1px solid var(--line); border-radius: 999px; color: var(--quiet); font-size: 12px; font-weight: 500; }
.edited { display: inline; }
.edited > summary { display: inline; color: var(--quiet); list-style: none; border-bottom: 1px dotted; }
.edited > summary::before { content: "· "; }
.edited > summary::after { content: " ▾"; }
.version { margin: 10px 0 4px; padding: 4px 12px; border: 1px dashed var(--line); border-radius: 6px; background: var(--page); color: var(--text); }
.version-head { margin: 4px 0 -8px; font-size: 12px; color: var(--quiet); }
.reactions { display: flex; gap: 6px; margin: 0; padding: 0 16px 12px; list-style: none; }
.reactions li { padding: 1px 10px; border: 1px solid var(--blue-line); border-radius: 999px; background: var(--blue-fill); font-size: 12px; }

.body { padding: 4px 16px; overflow-wrap: break-word; }
.body > :last-child { margin-bottom: 12px; }
.body p, .body ul, .body ol, .body pre, .body table, .body blockquote, .body details { margin: 12px 0; }
.body h3 { margin: 12px 0; font-size: 18px; line-height: 1.3; }
.body h4 { margin: 20px 0 10px; font-size: 15px; }
.body :is(p, li, summary, td, sub) code { padding: 2px 5px; border-radius: 6px; background: var(--code); white-space: break-spaces; overflow-wrap: anywhere; }
.body a code { color: var(--link); }
.body pre { padding: 12px 16px; overflow: auto; border-radius: 6px; background: var(--raised); line-height: 1.45; }
.body pre code { font-size: 100%; }
.body hr { height: 3px; border: 0; background: var(--line); margin: 20px 0 14px; }
.body ul { padding-left: 24px; }
.body li + li { margin-top: 4px; }
.body sub { display: inline-block; vertical-align: baseline; font-size: 12px; line-height: 1.7; color: var(--quiet); }
.body blockquote { margin-inline: 0; padding: 0 1em; border-left: 4px solid var(--line); color: var(--quiet); }
.body table { border-collapse: collapse; display: block; overflow: auto; }
.body :is(th, td) { padding: 5px 12px; border: 1px solid var(--line); text-align: left; }
.image { padding: 0 6px; border: 1px dashed var(--line); border-radius: 4px; color: var(--quiet); }
.alert { padding: 4px 16px; margin: 12px 0; border-left: 4px solid var(--link); }
.alert-title { font-weight: 600; color: var(--link); }
.alert-warning, .alert-caution { border-color: var(--amber); }
.alert-warning .alert-title, .alert-caution .alert-title { color: var(--amber); }
.suggestion { border: 1px solid var(--line); border-radius: 6px; }
.suggestion-title { padding: 6px 12px; border-bottom: 1px solid var(--line); color: var(--quiet); font-size: 12px; }
.suggestion pre { margin: 0; }

.event { display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 16px; margin: 4px 0 16px; }
.event p { margin: 0; line-height: 1.8; }
.dot { width: 12px; height: 12px; margin: 8px auto 0; border: 2px solid var(--line); border-radius: 50%; }

.merge { margin: 0 0 32px 56px; border: 1px solid var(--line); border-left: 4px solid var(--red); border-radius: 6px; padding: 12px 16px; }
.merge.success { border-left-color: var(--green); }
.merge h2 { margin: 0 0 8px; font-size: 16px; }
.check { margin: 0; }
.check span:last-child { color: var(--quiet); }
.merge details { margin-top: 8px; }
.merge ul { margin: 8px 0 0; padding: 0; list-style: none; }
.merge li { padding: 4px 0 4px 10px; border-left: 3px solid var(--amber); }
.merge li + li { margin-top: 4px; }
.merge li.failure { border-color: var(--red); }
.mark { display: inline-grid; place-items: center; width: 18px; height: 18px; border-radius: 50%; color: #fff; font-size: 11px; font-weight: 700; }
.mark.success { background: #1a7f37; }
.mark.failure { background: #cf222e; }

.files-title { padding-top: 20px; border-top: 1px solid var(--line); font-size: 20px; font-weight: 400; }
.file { margin-bottom: 16px; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.file-name { display: flex; flex-wrap: wrap; gap: 4px 12px; justify-content: space-between; margin: 0; padding: 8px 12px; background: var(--raised); border-bottom: 1px solid var(--line); font-size: 14px; font-weight: 600; }
.counts { font: 600 12px var(--mono); }
.plus { color: var(--green); }
.minus { color: var(--red); }
.scroll { overflow-x: auto; }
.diff { width: 100%; border-collapse: collapse; font: 12px/20px var(--mono); tab-size: 4; }
.diff td { padding: 0; vertical-align: top; }
.diff .number { width: 1%; min-width: 40px; padding: 0 10px; text-align: right; color: var(--quiet); user-select: none; }
.diff .code { padding: 0 12px; white-space: pre; }
.sign { display: inline-block; width: 2ch; user-select: none; }
.hunk td { background: var(--blue-fill); color: var(--quiet); }
.added td { background: var(--green-fill); }
.removed td { background: var(--red-fill); }
.marked .number:first-child { box-shadow: inset 3px 0 var(--red); }
.diff tr:target td { background: var(--amber-fill); }
.annotation-row > td { padding: 8px 12px; background: var(--raised); border-block: 1px solid var(--line); }
.annotation { position: sticky; left: 12px; max-width: min(820px, calc(100vw - 58px)); padding: 8px 14px; border: 1px solid var(--line); border-left: 4px solid var(--amber); border-radius: 6px; background: var(--page); font: 13px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
.annotation.failure { border-left-color: var(--red); }
.annotation p { margin: 2px 0; white-space: pre-line; }
.annotation-title { font-weight: 600; }
.failure > .annotation-title { color: var(--red); }
.annotation details { color: var(--quiet); margin-top: 4px; }
.annotation pre { white-space: pre-wrap; margin: 4px 0; }

@media (max-width: 600px) {
  .comment, .event { grid-template-columns: minmax(0, 1fr); gap: 6px; }
  .portrait, .dot { display: none; }
  .merge { margin-left: 0; }
  h1 { font-size: 22px; }
}
`;
