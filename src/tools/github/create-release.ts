import { z } from 'zod';
import { callMarker } from '../github-calls/call-marker.ts';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { outgoingLine, outgoingMarkdown } from '../github-calls/outgoing-markdown.ts';
import { body, branch, repository, title } from '../github-calls/parameters.ts';

/** Prepares a release. */
export const createRelease = changingTool({
  name: 'github_create_release',
  description: 'Prepares a release as a draft, with a tag to be made when a person publishes it.',
  risk: 'write',
  permissions: { github: ['contents:write'] },
  undo: { kind: 'manual', how: 'Delete the draft on GitHub.' },
  idempotent: false,
  parameters: z.object({
    repository,
    tag: branch.describe('for example v1.2.0'),
    target: branch.optional().describe('branch or commit to tag; default: the default branch'),
    name: title.optional().describe('default: the tag'),
    body: body.default(''),
    generateNotes: z.boolean().default(false).describe('let GitHub list the merged pull requests'),
    prerelease: z.boolean().default(false),
  }),
  example: { repository: 'octo/app', tag: 'v1.0.0', body: 'The first one.' },
  async plan(input, _call, { octokit, target }) {
    const { data } = await octokit.rest.git.listMatchingRefs({ ...target, ref: `tags/${input.tag}` });
    const exists = data.some(({ ref }) => ref === `refs/tags/${input.tag}`);
    const where = `${target.owner}/${target.repo}`;
    const tagged = exists ? 'the existing tag' : `a tag at ${input.target ?? 'the default branch'}`;
    return {
      kind: 'plan',
      summary: `Prepare the draft of release ${input.tag} of ${where} for ${tagged}.`,
      checkedBy: 'pre-check',
    };
  },
  async handle(input, call, { octokit, target }) {
    const { data } = await octokit.rest.repos.createRelease({
      ...target,
      tag_name: input.tag,
      ...(input.target !== undefined && { target_commitish: input.target }),
      name: outgoingLine(input.name ?? input.tag, call),
      body: outgoingMarkdown(input.body, call),
      generate_release_notes: input.generateNotes,
      prerelease: input.prerelease,
      draft: true,
    });
    return { kind: 'ok', value: { id: data.id, tag: data.tag_name, draft: data.draft, url: data.html_url } };
  },
  async reconcile(_input, call, { octokit, target }) {
    const { data } = await octokit.rest.repos.listReleases({ ...target, per_page: 100 });
    const found = data.find(release => release.body?.includes(callMarker(call)) === true);
    return found === undefined
      ? undefined
      : { kind: 'ok', value: { id: found.id, tag: found.tag_name, draft: found.draft, url: found.html_url } };
  },
});
