import { isTelling, readCommit } from './conventional-commit.ts';

/** How a repository writes its changelog. */
export type ChangelogStyle = {
  /** Sections as Keep a Changelog has them, or none: then entries stand by themselves. */
  readonly sections: boolean;
  readonly bullet: '-' | '*' | '+';
  /** Whether entries end with the pull request's number. */
  readonly numbers: boolean;
  /** Where it was read; undefined when there is no changelog. */
  readonly path: string | undefined;
};

/** Files that hold changelogs, the most usual first. */
export const changelogPaths = [
  'CHANGELOG.md',
  'CHANGES.md',
  'HISTORY.md',
  'docs/CHANGELOG.md',
  'NEWS.md',
] as const;

/** Sections of Keep a Changelog 1.1.0, in its order. */
export const changelogSections = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'] as const;
export type ChangelogSection = (typeof changelogSections)[number];

/** The style of a text, by what most of its lines do; without one that of Keep a Changelog. */
export function changelogStyle(path: string | undefined, text: string): ChangelogStyle {
  const bullets = [...text.matchAll(/^ {0,3}([-*+]) /gm)].map(([, mark]) => mark);
  const count = (mark: string): number => bullets.filter(other => other === mark).length;
  const bullet = (['*', '+'] as const).find(mark => count(mark) > count('-')) ?? '-';
  const entries = [...text.matchAll(/^ {0,3}[-*+] .+$/gm)].map(([line]) => line);
  const numbered = entries.filter(line => /\(?#\d+\)?/.test(line)).length;
  return {
    sections:
      path === undefined || /^#{2,4}\s+(?:Added|Changed|Deprecated|Removed|Fixed|Security)\b/m.test(text),
    bullet,
    numbers: entries.length > 0 && numbered * 2 > entries.length,
    path,
  };
}

const sectionOfType: Readonly<Record<string, ChangelogSection>> = {
  feat: 'Added',
  fix: 'Fixed',
  perf: 'Changed',
  refactor: 'Changed',
  revert: 'Removed',
  security: 'Security',
  deprecate: 'Deprecated',
};
/** Of no interest to those who read a changelog. */
const silent = new Set(['chore', 'ci', 'test', 'tests', 'style', 'build', 'docs']);

/** The lines that the commits are worth; those of the title when no commit says anything. */
export function changelogLines(
  title: string,
  commits: readonly string[],
): readonly { section: ChangelogSection; text: string }[] {
  const read = commits.filter(isTelling).map(readCommit);
  const telling = read.filter(({ type, breaking }) => type !== undefined && (breaking || !silent.has(type)));
  const chosen = telling.length > 0 ? telling : [readCommit(title)];
  const lines = chosen.map(({ type = '', breaking, text }) => ({
    section: sectionOfType[type] ?? 'Changed',
    text: `${breaking ? '**Breaking:** ' : ''}${capitalised(text)}`,
  }));
  return lines.filter((line, index) => lines.findIndex(other => other.text === line.text) === index);
}

/** The entry in a style, as text for copying. */
export function renderChangelogEntry(
  lines: readonly { readonly section: ChangelogSection; readonly text: string }[],
  style: ChangelogStyle,
  pullRequest: number,
): string {
  const entry = (text: string): string => {
    const bare = text.replace(/\s+/g, ' ').trim();
    const sentence = style.sections && !/[.!?]$/.test(bare) ? `${bare}.` : bare;
    return `${style.bullet} ${sentence}${style.numbers ? ` (#${pullRequest})` : ''}`;
  };
  if (!style.sections) return lines.map(({ text }) => entry(text)).join('\n');
  return changelogSections
    .flatMap(section => {
      const own = lines.filter(line => line.section === section);
      return own.length === 0 ? [] : [`### ${section}\n\n${own.map(({ text }) => entry(text)).join('\n')}`];
    })
    .join('\n\n');
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
