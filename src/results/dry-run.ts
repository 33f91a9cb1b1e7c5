import type { GateResult } from '../contracts/gate.ts';
import { gatesTable } from './deploy-comment.ts';
import { commitUrl, type RepositoryLinks } from './permalink.ts';
import { codeSpan, inlineText, truncate } from './untrusted-text.ts';

/** Longest comment, UTF-16 code units. */
const maxLength = 65_000;
const maxCommits = 30;
const maxPaths = 20;

/** What a deployment would do. Texts of commits and paths are untrusted. */
export type DryRun = {
  readonly links: RepositoryLinks;
  readonly environment: string;
  readonly sha: string;
  readonly allowed: boolean;
  readonly gates: readonly GateResult[];
  /** What the runner would not take. */
  readonly problems: readonly { readonly message: string; readonly next: string }[];
  /** What would be run, for example `workflow deploy.yml of the default branch`. */
  readonly runner: string;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  /** Null: nothing was deployed before. */
  readonly running: string | null;
  /** Null: it could not be compared. */
  readonly change: {
    readonly commits: readonly { readonly sha: string; readonly title: string; readonly author: string }[];
    readonly totalCommits: number;
    readonly behindBy: number;
    readonly files: number;
    readonly cut: boolean;
    readonly impact: readonly { readonly kind: string; readonly paths: readonly string[] }[];
  } | null;
  readonly warnings: readonly string[];
};

/** The hidden first line of an environment's dry run, by which it is found again. Version 1. */
export function dryRunMarker(environment: string): string {
  return `<!-- devops:dry-run:v1 environment=${environment.replace(/[^a-z0-9._-]/g, '')} -->`;
}

/** What `--dry-run` shows: the gates, what would run, and what has changed since what is running now. */
export function renderDryRun(dryRun: DryRun): string {
  const { environment, allowed, problems, links, sha } = dryRun;
  const ready = allowed && problems.length === 0;
  const parts = [
    `${dryRunMarker(environment)}\n### 🧪 Dry run: ${environment} ${ready ? 'would be deployed' : 'would not be deployed'}`,
    `${commit(links, sha)} by ${dryRun.runner}${parametersText(dryRun.parameters)}. Nothing was changed.`,
    problems.map(({ message, next }) => `- ✗ ${message} ${next}`).join('\n'),
    gatesTable(dryRun.gates),
    changeSection(dryRun),
    dryRun.warnings.map(sentence => `> ⚠️ ${inlineText(sentence, 500)}`).join('\n'),
    ready ? `<sub>next: \`/devops deploy ${environment} --ref ${sha}\`</sub>` : '',
  ];
  return `${truncate(parts.filter(part => part !== '').join('\n\n'), maxLength)}\n`;
}

function parametersText(parameters: DryRun['parameters']): string {
  const given = Object.entries(parameters).map(([name, value]) => codeSpan(`${name}=${String(value)}`, 120));
  return given.length === 0 ? '' : ` with ${given.join(', ')}`;
}

function changeSection({ running, change, links, sha }: DryRun): string {
  if (running === null) return 'Nothing is known to run there yet, so there is nothing to compare with.';
  if (running === sha) return 'Exactly this commit is running there already.';
  if (change === null)
    return `It could not be compared with ${commit(links, running)}, which is running there.`;
  const { commits, totalCommits, behindBy, files, cut, impact } = change;
  const behind = behindBy === 0 ? '' : ` **${behindBy} commits that are running now would be gone.**`;
  const head = `Since ${commit(links, running)}, which is running: ${totalCommits} commits, ${cut ? 'at least ' : ''}${files} files.${behind}`;
  const rows = commits
    .slice(0, maxCommits)
    .map(
      ({ sha: one, title, author }) =>
        `- ${commit(links, one)} ${inlineText(title, 120)} (${codeSpan(author, 60)})`,
    );
  const left = totalCommits - rows.length;
  const list = left > 0 ? [...rows, `- and ${left} more`] : rows;
  return [
    head,
    ...impact.map(impactText),
    `<details><summary>Commits</summary>\n\n${list.join('\n')}\n\n</details>`,
  ].join('\n\n');
}

function impactText({ kind, paths }: { readonly kind: string; readonly paths: readonly string[] }): string {
  const shown = paths.slice(0, maxPaths).map(path => codeSpan(path, 200));
  const left = paths.length - shown.length;
  return `⚠️ **${kind}**: ${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

function commit(links: RepositoryLinks, sha: string): string {
  return `[\`${sha.slice(0, 7)}\`](${commitUrl(links, sha)})`;
}
