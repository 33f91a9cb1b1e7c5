import type { ConfigProblem } from '../../config/index.ts';

/** A Markdown file taken apart; `yaml` keeps the file's line numbers. */
export type FrontMatter =
  | { readonly kind: 'parts'; readonly yaml: string; readonly body: string; readonly bodyLine: number }
  | { readonly kind: 'problem'; readonly problem: ConfigProblem };

/** Takes a Markdown file apart at its `---` lines: settings above, text below. */
export function splitFrontMatter(text: string, file: string): FrontMatter {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const problem = (line: number, message: string): FrontMatter => ({
    kind: 'problem',
    problem: { file, line, column: 1, setting: '', message },
  });
  if (lines[0]?.trimEnd() !== '---')
    return problem(1, 'The file must begin with "---", its settings and another "---".');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end === -1)
    return problem(1, 'The settings that begin with "---" do not end; add a line "---" after them.');
  return {
    kind: 'parts',
    // The blank line stands for the opening mark, so that places are those of the file.
    yaml: ['', ...lines.slice(1, end)].join('\n'),
    body: lines
      .slice(end + 1)
      .join('\n')
      .trim(),
    bodyLine: end + 2,
  };
}
