import type { ChangedFile, RepositoryClient } from '../../clients/github/repository-client.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { CiFailure } from '../../contracts/store.ts';
import { answerMarker } from '../../results/answer.ts';
import { type BlamedFailure, renderCiAnnotations, renderCiComment } from '../../results/ci-comment.ts';
import { addedLines } from '../review/changed-lines.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import type { CiTask } from './explain-ci.ts';

/** Name of the check run that carries the annotations; it judges nothing. */
export const ciCheckName = 'devops / why CI failed';

/** Brings the pull request's one comment about CI up to date: all that is open, or nothing when all is green. */
export async function publishCi(
  context: RunContext,
  task: CiTask & { readonly pullRequest: number },
  parts: RunParts,
): Promise<void> {
  const key = `${repositoryKey(task.repository)}#${task.pullRequest}/ci`;
  await context.effect('ci-comment', {
    perform: () => parts.oneAtATime(key, () => bringUpToDate(task, parts)),
    // Looking for the marker before writing makes the effect its own reconciliation.
    reconcile: async () => undefined,
  });
}

async function bringUpToDate(
  task: CiTask & { readonly pullRequest: number },
  parts: RunParts,
): Promise<'written' | 'removed' | 'silent' | 'stale'> {
  const { repository, installationId, pullRequest } = task;
  const client = await parts.clientFor(installationId, repository);
  const { headSha, ownComments } = await client.conversation(pullRequest);
  const existing = ownComments.find(({ body }) => body.startsWith(answerMarker('ci')));
  const all = await parts.store.ci.open({ repository: repositoryKey(repository), pullRequest });
  // What failed on an older head says nothing about this one; its own runs will.
  const open = all.filter(failure => failure.headSha === headSha);
  if (open.length === 0) {
    if (existing === undefined) return 'silent';
    await client.deleteComment(existing.id);
    return 'removed';
  }
  const blamed = await blame(client, { open, pullRequest }, parts);
  const gaps = open.flatMap(failure => failure.gaps);
  const body = renderCiComment(
    { failures: blamed, gaps },
    {
      headSha,
      serverUrl: parts.serverUrl,
      owner: repository.owner,
      name: repository.name,
    },
  );
  if (existing === undefined) await client.createComment(pullRequest, body);
  else if (existing.body !== body) await client.updateComment(existing.id, body);
  if (task.outcome === 'failed' && task.headSha === headSha) await annotate(client, { task, blamed });
  return 'written';
}

/** What the change has to do with a failure: not at all when the default branch has it too. */
async function blame(
  client: RepositoryClient,
  { open, pullRequest }: { readonly open: readonly CiFailure[]; readonly pullRequest: number },
  parts: RunParts,
): Promise<readonly BlamedFailure[]> {
  const [first] = open;
  const base =
    first === undefined ? [] : await parts.store.ci.open({ repository: first.repository, pullRequest: 0 });
  const old = new Set(base.flatMap(({ failures }) => failures.map(({ fingerprint }) => fingerprint)));
  const changed = new Map((await client.listChangedFiles(pullRequest)).map(file => [file.path, file]));
  return open.flatMap(({ workflow, runId, failures }) =>
    failures.map(failure => {
      const places = [
        failure.place,
        ...failure.tests.map(({ place }) => place),
        ...failure.problems.map(({ place }) => place),
      ];
      const touched = places
        .filter(place => place !== null)
        .find(place => touches(changed, place.path, place.line));
      return {
        workflow,
        runId,
        failure,
        old: old.has(failure.fingerprint),
        ...(touched === undefined ? {} : { touched }),
      };
    }),
  );
}

/** Stack frames of some tools name the file only (`CartTest.java`); a path's end is enough to know it again. */
function touches(changed: ReadonlyMap<string, ChangedFile>, path: string, line: number | null): boolean {
  const file =
    changed.get(path) ?? [...changed.values()].find(candidate => candidate.path.endsWith(`/${path}`));
  if (file === undefined) return false;
  if (line === null || file.patch === undefined) return true;
  const { ranges } = addedLines(file.patch);
  return ranges.some(range => range.start - 3 <= line && line <= range.end + 3);
}

async function annotate(
  client: RepositoryClient,
  { task, blamed }: { readonly task: CiTask; readonly blamed: readonly BlamedFailure[] },
): Promise<void> {
  const annotations = renderCiAnnotations(blamed.filter(({ runId }) => runId === task.workflowRun));
  if (annotations.length === 0) return;
  const externalId = `ci:${task.workflowRun}:${task.attempt}`;
  const title = `${annotations.length} ${annotations.length === 1 ? 'place' : 'places'} in the failed jobs’ logs`;
  const summary = 'The comment on the pull request says why. This check judges nothing.';
  const check =
    (await client.findCheckRun({ headSha: task.headSha, externalId })) ??
    (await client.createCheckRun({ name: ciCheckName, headSha: task.headSha, externalId, title, summary }));
  await client.completeCheckRun({
    id: check.id,
    conclusion: 'neutral',
    output: { title, summary, annotations: annotations.slice(0, 50) },
    furtherAnnotations: [],
    actions: [],
  });
}
