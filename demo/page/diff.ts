import { visibleText } from '../../src/results/untrusted-text.ts';
import type { FakeAnnotation } from '../../test/fakes/github/fake-repository.ts';
import type { DiffEntry } from '../../test/fakes/github/git-repository.ts';
import { type Html, html } from './html.ts';

/** One line of a unified diff; a number is missing on the side where the line is not. */
type DiffLine = {
  readonly kind: 'hunk' | 'added' | 'removed' | 'context';
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly text: string;
};

/** The id of a line of a file's new side, for links. */
export function lineId(path: string, line: number): string {
  return `${path}:L${line}`;
}

/** A changed file with the annotations of its lines below them, as "Files changed" shows it. */
export function diffOfFile(file: DiffEntry, annotations: readonly FakeAnnotation[]): Html {
  const rows = diffLines(file.patch ?? '').flatMap(line => [
    diffRow(file.path, line, annotations),
    ...annotations
      .filter(
        ({ path, end_line: end }) => path === file.path && line.after === end && line.kind !== 'removed',
      )
      .map(annotationRow),
  ]);
  return html`<section class="file" aria-label="${file.path}">
<h3 class="file-name"><code>${file.path}</code> <span class="counts"><span class="plus">+${file.additions}</span> <span class="minus">−${file.deletions}</span></span></h3>
<div class="scroll" tabindex="0" role="group" aria-label="Changes of ${file.path}"><table class="diff"><tbody>${rows}</tbody></table></div>
</section>`;
}

function diffRow(path: string, line: DiffLine, annotations: readonly FakeAnnotation[]): Html {
  if (line.kind === 'hunk')
    return html`<tr class="hunk"><td class="number" colspan="2"></td><td class="code">${line.text}</td></tr>`;
  const marked = annotations.some(
    annotation =>
      annotation.path === path &&
      line.after !== undefined &&
      annotation.start_line <= line.after &&
      line.after <= annotation.end_line,
  );
  const sign = { added: '+', removed: '−', context: ' ' }[line.kind];
  const id = line.after === undefined ? undefined : html` id="${lineId(path, line.after)}"`;
  return html`<tr class="${line.kind}${marked ? ' marked' : ''}"${id}><td class="number">${line.before ?? ''}</td><td class="number">${line.after ?? ''}</td><td class="code"><span class="sign">${sign}</span>${visibleText(line.text)}</td></tr>`;
}

function annotationRow(annotation: FakeAnnotation): Html {
  const { annotation_level: level, title = '', message, raw_details: details = '' } = annotation;
  return html`<tr class="annotation-row"><td colspan="3"><div class="annotation ${level}">
<p class="annotation-title">${level === 'failure' ? '✕' : '!'} ${title}</p>
<p class="annotation-message">${message}</p>
<details><summary>Details</summary><pre>${details}</pre></details>
</div></td></tr>`;
}

/** Lines of a unified diff with their numbers on both sides (git-diff(1), "unified format"). */
function diffLines(patch: string): readonly DiffLine[] {
  let before = 0;
  let after = 0;
  const lines: DiffLine[] = [];
  for (const text of patch === '' ? [] : patch.split('\n')) {
    const hunk = /^@@ -(?<before>\d+)(?:,\d+)? \+(?<after>\d+)/.exec(text)?.groups;
    if (hunk !== undefined) {
      before = Number(hunk['before']);
      after = Number(hunk['after']);
      lines.push({ kind: 'hunk', before: undefined, after: undefined, text });
    } else if (text.startsWith('+'))
      lines.push({ kind: 'added', before: undefined, after: after++, text: text.slice(1) });
    else if (text.startsWith('-'))
      lines.push({ kind: 'removed', before: before++, after: undefined, text: text.slice(1) });
    else if (text.startsWith(' '))
      lines.push({ kind: 'context', before: before++, after: after++, text: text.slice(1) });
  }
  return lines;
}
