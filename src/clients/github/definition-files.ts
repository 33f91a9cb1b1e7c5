import { z } from 'zod';
import type { Octokit } from './octokit-repository-client.ts';

/** Folders of `.github/devops` whose files are agents, context documents and workflows. */
const folders = ['agents', 'context', 'workflows'] as const;

/** Largest file that is taken, bytes; GitHub cuts the text of larger ones anyway. */
const maxBytes = 100_000;
/** Most files taken of one folder. */
const maxFiles = 100;

/** The definition files at the head of the default branch. */
export type DefinitionFolder = {
  /** Empty for a repository without commits. */
  readonly commit: string;
  /** Texts by path from the repository's root. */
  readonly files: ReadonlyMap<string, string>;
  /** Sentences about files that were not taken. */
  readonly gaps: readonly string[];
};

const query = `query Definitions($owner: String!, $name: String!, ${folders.map(folder => `$${folder}: String!`).join(', ')}) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { target { oid } }
    ${folders
      .map(
        folder =>
          `${folder}: object(expression: $${folder}) { ... on Tree { entries { name object { ... on Blob { text isTruncated byteSize } } } } }`,
      )
      .join('\n    ')}
  }
}`;

const treeSchema = z
  .object({
    entries: z
      .array(
        z.object({
          name: z.string(),
          object: z
            .object({
              text: z.string().nullable().optional(),
              isTruncated: z.boolean().optional(),
              byteSize: z.number().optional(),
            })
            .nullable(),
        }),
      )
      .optional(),
  })
  .nullable();

const answerSchema = z.object({
  repository: z.object({
    defaultBranchRef: z.object({ target: z.object({ oid: z.string() }) }).nullable(),
    agents: treeSchema,
    context: treeSchema,
    workflows: treeSchema,
  }),
});

/** Reads all definition files in one request, from the default branch whatever a pull request says. */
export async function readDefinitionFiles(
  octokit: Pick<Octokit, 'graphql'>,
  target: { readonly owner: string; readonly name: string },
): Promise<DefinitionFolder> {
  const expressions = Object.fromEntries(folders.map(folder => [folder, `HEAD:.github/devops/${folder}`]));
  const { repository } = answerSchema.parse(await octokit.graphql(query, { ...target, ...expressions }));
  const files = new Map<string, string>();
  const gaps: string[] = [];
  for (const folder of folders) {
    const entries = repository[folder]?.entries ?? [];
    if (entries.length > maxFiles)
      gaps.push(`.github/devops/${folder} has ${entries.length} files; only the first ${maxFiles} are used.`);
    for (const { name, object } of entries.slice(0, maxFiles)) {
      const path = `.github/devops/${folder}/${name}`;
      const isWhole = typeof object?.text === 'string' && object.isTruncated !== true;
      if (!isWhole || object.text === null || object.text === undefined) continue;
      if ((object.byteSize ?? 0) > maxBytes)
        gaps.push(`${path} is larger than ${maxBytes} bytes, so it is not used.`);
      else files.set(path, object.text);
    }
  }
  return { commit: repository.defaultBranchRef?.target.oid ?? '', files, gaps };
}
