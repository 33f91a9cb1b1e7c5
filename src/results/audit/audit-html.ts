import type { AuditedControl, AuditReport, RemedyPlan, Verdict } from '../../contracts/audit.ts';
import { visibleText } from '../untrusted-text.ts';
import { countVerdicts, denominatorOf, type SectionScore, scoresOf } from './audit-counts.ts';
import { type AuditDiff, type Changed, diffSentence } from './compare-audits.ts';

/** Resources shown of one control; JSON has them all. */
const maxResources = 200;

/** An audit as one page: nothing is loaded, no script; works by keyboard, in print and in the dark. */
export function renderAuditHtml(report: AuditReport, diff: AuditDiff | undefined): string {
  const counts = countVerdicts(report.controls);
  const title = `AWS audit of ${report.account ?? 'an unknown account'}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${text(title)}</h1>
<p>${text(report.benchmark)} · <time datetime="${text(report.at)}">${text(report.at)}</time></p>
<p>Looked at ${text(denominatorOf(report))}</p>
</header>
<main>
<section aria-labelledby="verdicts">
<h2 id="verdicts">Controls by verdict</h2>
<ul class="counts">
${(['FAIL', 'ERROR', 'MANUAL', 'PASS', 'NOT_APPLICABLE'] as const).map(verdict => `<li class="${verdict}"><b>${counts[verdict]}</b> ${words[verdict]}</li>`).join('\n')}
</ul>
</section>
<section aria-labelledby="scores">
<h2 id="scores">Score by section</h2>
${scores(scoresOf(report))}
<p class="note">Passing controls of those that pass, fail or could not be decided.</p>
</section>
${diff === undefined ? '' : changes(diff)}
<section aria-labelledby="controls">
<h2 id="controls">Controls</h2>
${report.controls.map(control => controlOf(control, report.remediation)).join('\n')}
</section>
${failures(report)}
</main>
</body>
</html>
`;
}

const words: Readonly<Record<Verdict, string>> = {
  FAIL: 'fail',
  ERROR: 'could not be decided',
  MANUAL: 'are for people',
  PASS: 'pass',
  NOT_APPLICABLE: 'have nothing to look at',
};
const labels: Readonly<Record<Verdict, string>> = {
  FAIL: 'Fail',
  ERROR: 'Error',
  MANUAL: 'Manual',
  PASS: 'Pass',
  NOT_APPLICABLE: 'None',
};

function scores(of: readonly SectionScore[]): string {
  const rows = of.map(({ section, percent, counts }) => {
    const bar =
      percent === null
        ? '–'
        : `<meter min="0" max="100" low="50" high="90" optimum="100" value="${percent}">${percent} %</meter> ${percent} %`;
    return `<tr><th scope="row">${text(section)}</th><td>${bar}</td>${(['PASS', 'FAIL', 'ERROR', 'MANUAL', 'NOT_APPLICABLE'] as const).map(verdict => `<td class="number">${counts[verdict]}</td>`).join('')}</tr>`;
  });
  return `<div class="wide"><table><thead><tr><th scope="col">Section</th><th scope="col">Score</th><th scope="col">Pass</th><th scope="col">Fail</th><th scope="col">Error</th><th scope="col">Manual</th><th scope="col">None</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></div>`;
}

function changes(diff: AuditDiff): string {
  const list = (title: string, of: readonly Changed[]): string =>
    of.length === 0
      ? ''
      : `<h3>${title}</h3><ul>${of
          .slice(0, maxResources)
          .map(
            ({ control, resource, region }) =>
              `<li>${text(control)} <code>${text(resource)}</code>${region === null ? '' : ` ${text(region)}`}</li>`,
          )
          .join('')}</ul>`;
  return `<section aria-labelledby="changes">
<h2 id="changes">Since the last audit</h2>
<p>${text(diffSentence(diff))}</p>
${list('New failures', diff.newFailures)}${list('Fixed', diff.fixed)}${list('Gone', diff.gone)}${list('Not known any more', diff.unknown)}
</section>`;
}

function controlOf(control: AuditedControl, plans: readonly RemedyPlan[]): string {
  const { id, v7, title, severity, verdict, why, outcomes } = control;
  const plan = plans.find(other => other.control === id);
  const rows = outcomes
    .slice(0, maxResources)
    .map(
      outcome =>
        `<tr><td><span class="tag ${outcome.verdict}">${labels[outcome.verdict]}</span></td><td><code>${text(outcome.resource)}</code></td><td>${text(outcome.region ?? '')}</td><td>${text(outcome.reason)}</td></tr>`,
    );
  const more =
    outcomes.length > maxResources
      ? `<p>${outcomes.length - maxResources} more are in the JSON report.</p>`
      : '';
  return `<details${verdict === 'FAIL' ? ' open' : ''}>
<summary><span class="tag ${verdict}">${labels[verdict]}</span> <b>${text(id)}</b> ${text(title)} <span class="note">${severity} · v7.0.0: ${text(v7 ?? 'none')}</span></summary>
<p>${text(why)}</p>
${
  rows.length === 0
    ? '<p>There is nothing of the kind.</p>'
    : `<div class="wide"><table><thead><tr><th scope="col">Verdict</th><th scope="col">Resource</th><th scope="col">Region</th><th scope="col">Reason</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></div>`
}${more}
${plan === undefined ? '' : planOf(plan)}
</details>`;
}

function planOf({ change, commands, terraform, risk, undo }: RemedyPlan): string {
  const code = (of: string): string => (of === '' ? '' : `<pre tabindex="0"><code>${text(of)}</code></pre>`);
  return `<h3>How to put it right</h3>
<p>${text(change)} <b>Risk:</b> ${text(risk)} <b>Undo:</b> <code>${text(undo)}</code></p>
${code(commands.join('\n'))}${code(terraform)}`;
}

function failures({ failures: of }: AuditReport): string {
  if (of.length === 0) return '';
  const items = of
    .slice(0, maxResources)
    .map(
      ({ message, resource }) => `<li>${text(resource === null ? message : `${resource}: ${message}`)}</li>`,
    );
  return `<section aria-labelledby="failures">
<h2 id="failures">Reads that failed (${of.length})</h2>
<ul>
${items.join('\n')}
</ul>
</section>`;
}

const style = `
:root{color-scheme:light dark;--text:#1b1f24;--soft:#57606a;--ground:#fff;--line:#d0d7de;--bad:#b3261e;--good:#0a6b2d;--odd:#8a4b00;--calm:#4b5563}
@media (prefers-color-scheme:dark){:root{--text:#e6edf3;--soft:#9da7b3;--ground:#0d1117;--line:#30363d;--bad:#ff8f86;--good:#5fd07e;--odd:#f0b35c;--calm:#b3bcc7}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--text);background:var(--ground);max-width:70rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;margin:.5rem 0}h2{font-size:1.25rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .25rem}
p{margin:.4rem 0;overflow-wrap:anywhere}.note{color:var(--soft);font-size:.9rem}
.counts{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.75rem}.counts li{border:1px solid var(--line);border-radius:.5rem;padding:.5rem .9rem}.counts b{font-size:1.4rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}.number{text-align:right}meter{width:8rem;vertical-align:middle}
details{border:1px solid var(--line);border-radius:.5rem;margin:.5rem 0;padding:.5rem .9rem}summary{cursor:pointer}summary:focus-visible,pre:focus-visible{outline:2px solid currentColor;outline-offset:2px}
.tag{display:inline-block;min-width:3.6rem;font-weight:600}.FAIL{color:var(--bad)}.ERROR{color:var(--odd)}.PASS{color:var(--good)}.MANUAL,.NOT_APPLICABLE{color:var(--calm)}
pre{overflow-x:auto;border:1px solid var(--line);border-radius:.4rem;padding:.6rem}code{font-family:ui-monospace,monospace;font-size:.9em}
@media print{details{break-inside:avoid}}
`;

/** Text in HTML, in content and in quoted attributes. */
function text(value: string): string {
  return visibleText(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
