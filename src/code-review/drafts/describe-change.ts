import { isTelling, readCommit } from './conventional-commit.ts';

/** What is known of a change without a model. */
export type ChangeFacts = {
  readonly title: string;
  /** Oldest first. Untrusted. */
  readonly commits: readonly string[];
  readonly files: readonly {
    readonly path: string;
    readonly additions: number;
    readonly deletions: number;
    readonly status: string;
  }[];
};

/** A draft as plain text; `description` is a list of short paragraphs and bullets, not yet neutralised. */
export type Draft = { readonly title: string; readonly description: string };

const maxCommits = 20;
const maxFolders = 12;

/** A title and a description that follow from commits and files alone. */
export function describeChange({ title, commits, files }: ChangeFacts): Draft {
  const telling = commits.filter(isTelling).map(readCommit);
  const subjects = [...new Set(telling.map(({ text }) => text))];
  const breaking = telling.filter(commit => commit.breaking).map(({ text }) => text);
  const sections = [
    subjects.length === 0 ? '' : section('What changes', bullets(subjects, maxCommits)),
    breaking.length === 0 ? '' : section('Breaking', bullets(breaking, maxCommits)),
    section('Where', foldersOf(files)),
  ];
  return { title: titleOf(title, commits), description: sections.filter(text => text !== '').join('\n\n') };
}

/** The one commit's subject; of several, what they have in common, else the title that is there. */
function titleOf(title: string, commits: readonly string[]): string {
  const telling = commits.filter(isTelling);
  const [first = ''] = telling;
  if (telling.length === 1) return (first.split('\n')[0] ?? '').slice(0, 200);
  const read = telling.map(readCommit);
  const types = new Set(read.map(({ type }) => type));
  const scopes = new Set(read.map(({ scope }) => scope));
  const [type] = types;
  const [scope] = scopes;
  if (types.size !== 1 || type === undefined || readCommit(title).type !== undefined) return title;
  const bang = read.some(({ breaking }) => breaking) ? '!' : '';
  return `${type}${scopes.size === 1 && scope !== undefined ? `(${scope})` : ''}${bang}: ${title}`;
}

function foldersOf(files: ChangeFacts['files']): string {
  const folders = new Map<string, { count: number; additions: number; deletions: number }>();
  for (const { path, additions, deletions } of files) {
    const folder = path.includes('/') ? path.split('/').slice(0, -1).slice(0, 2).join('/') : '(root)';
    const known = folders.get(folder) ?? { count: 0, additions: 0, deletions: 0 };
    folders.set(folder, {
      count: known.count + 1,
      additions: known.additions + additions,
      deletions: known.deletions + deletions,
    });
  }
  const rows = [...folders]
    .toSorted(([, a], [, b]) => b.additions + b.deletions - a.additions - a.deletions)
    .map(
      ([folder, { count, additions, deletions }]) =>
        `\`${folder}\`: ${count} ${count === 1 ? 'file' : 'files'}, +${additions} −${deletions}`,
    );
  return bullets(rows, maxFolders);
}

function section(title: string, body: string): string {
  return `## ${title}\n${body}`;
}

function bullets(entries: readonly string[], most: number): string {
  const shown = entries.slice(0, most).map(entry => `- ${entry}`);
  return [...shown, ...(entries.length > most ? [`- and ${entries.length - most} more`] : [])].join('\n');
}

const start = '<!-- devops:description:start -->';
const end = '<!-- devops:description:end -->';

/**
 * The body with the draft between our markers; the rest stays as it is to the last character. Undefined when the markers
 * are there but not as one pair: then nobody knows what is ours.
 */
export function withDescription(body: string, description: string): string | undefined {
  const block = `${start}\n${description.trim()}\n${end}`;
  const starts = body.split(start).length - 1;
  const ends = body.split(end).length - 1;
  if (starts === 0 && ends === 0) return body.trim() === '' ? block : `${body}\n\n${block}`;
  const from = body.indexOf(start);
  const to = body.indexOf(end);
  if (starts !== 1 || ends !== 1 || to < from) return undefined;
  return `${body.slice(0, from)}${block}${body.slice(to + end.length)}`;
}
