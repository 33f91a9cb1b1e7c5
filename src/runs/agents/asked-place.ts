import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import { findFileReferences, verifyReferences } from '../../code-review/file-references.ts';
import type { AgentRunRequest } from '../../contracts/agent.ts';
import { permalink } from '../../results/permalink.ts';
import { codeSpan } from '../../results/untrusted-text.ts';
import { linksOf, type RunParts } from '../run-parts.ts';
import type { AgentCommandRun } from './agent-command-run.ts';

/** Largest file that a place is looked up in, bytes; most changed files that are named. */
const maxBytes = 1_048_576;
const maxFiles = 300;

/** Where a question was asked: what the agent is told about it, and how places in its answer are checked. */
export type AskedPlace = {
  readonly material: () => Promise<AgentRunRequest['material']>;
  readonly verify: (
    answer: string,
  ) => Promise<{ readonly text: string; readonly links: readonly string[]; readonly dropped: number }>;
};

/** On a pull request its head is what the question is about; elsewhere the default branch. */
export function askedPlace(
  { repository, issue, onPullRequest }: AgentCommandRun,
  client: RepositoryClient,
  parts: Pick<RunParts, 'serverUrl'>,
): AskedPlace {
  const headOf = async (): Promise<string> =>
    onPullRequest ? (await client.conversation(issue)).headSha : (await client.policy()).sha;
  return {
    async material() {
      if (!onPullRequest) return [];
      const { title, headSha } = await client.snapshot(issue);
      const files = await client.listChangedFiles(issue);
      const changed = files.slice(0, maxFiles).map(({ path, status, additions, deletions }) => ({
        path,
        status,
        additions,
        deletions,
      }));
      const text = JSON.stringify({ pullRequest: issue, title, headSha, files: changed });
      return [{ label: 'pull request and its changed files', text }];
    },
    async verify(answer) {
      const references = findFileReferences(answer);
      if (references.length === 0) return { text: answer, links: [], dropped: 0 };
      const sha = await headOf();
      const paths = [...new Set(references.map(({ path }) => path))];
      const blobs = await client.readBlobs(
        paths.map(path => `${sha}:${path}`),
        maxBytes,
      );
      const counts = new Map(
        paths.flatMap(path => {
          const content = blobs.get(`${sha}:${path}`);
          return content?.kind === 'text' ? [[path, content.text.trimEnd().split('\n').length] as const] : [];
        }),
      );
      const { text, verified, dropped } = verifyReferences(answer, counts);
      const links = verified.map(({ path, line, endLine }) => {
        const lines = endLine > line ? `${line}-${endLine}` : `${line}`;
        const url = permalink(linksOf(repository, parts), { sha, path, line, endLine });
        return `[${codeSpan(`${path}:${lines}`, 200)}](${url})`;
      });
      return { text, links, dropped: dropped.length };
    },
  };
}
