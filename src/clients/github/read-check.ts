import { z } from 'zod';
import type { ExternalCheck } from './ci-client.ts';
import type { Octokit } from './octokit-repository-client.ts';

const checkSchema = z.object({
  name: z.string(),
  output: z.object({
    title: z.string().nullable(),
    summary: z.string().nullable(),
    text: z.string().nullable(),
  }),
});

const annotationSchema = z.object({
  path: z.string(),
  start_line: z.number().int().positive(),
  annotation_level: z.string().nullable(),
  title: z.string().nullable(),
  message: z.string().nullable(),
});

/** A check run with its failures' annotations, two requests. */
export async function readCheck(
  octokit: Octokit,
  target: { readonly owner: string; readonly repo: string; readonly check_run_id: number },
): Promise<ExternalCheck> {
  const [{ data: check }, { data: annotations }] = await Promise.all([
    octokit.rest.checks.get(target),
    octokit.rest.checks.listAnnotations({ ...target, per_page: 100 }),
  ]);
  const { name, output } = checkSchema.parse(check);
  return {
    name,
    title: output.title ?? undefined,
    summary: output.summary ?? undefined,
    text: output.text ?? undefined,
    annotations: z
      .array(annotationSchema)
      .parse(annotations)
      .filter(({ annotation_level: level }) => level === 'failure')
      .map(({ path, start_line: line, message, title }) => ({
        path,
        line,
        message: message ?? '',
        title: title ?? undefined,
      })),
  };
}
