import { z } from 'zod';
import type { CheckUpdate, DeployClient, GitHubDeployment } from './deploy-client.ts';
import type { Octokit } from './octokit-repository-client.ts';
import { statusOf } from './status-of.ts';

const deploymentSchema = z
  .object({
    id: z.number(),
    sha: z.string(),
    environment: z.string(),
    created_at: z.string(),
    payload: z.unknown(),
  })
  .transform(({ created_at: createdAt, ...rest }) => ({ ...rest, createdAt }));

/** GitHub gives a payload back as the object it was, or as its text. */
const payloadSchema = z.preprocess(parsed, z.object({ run: z.string() }));

type Repository = { readonly owner: string; readonly repo: string };

/** GitHub's limit of a status's description, characters. */
const maxDescription = 140;

/** A client for the deployments of one repository on an Octokit that is already authenticated for it. */
export function createDeployClient(octokit: Octokit, repository: Repository): DeployClient {
  const { repos } = octokit.rest;
  return {
    async createDeployment({ sha, environment, production, description, payload }) {
      const { data } = await repos.createDeployment({
        ...repository,
        ref: sha,
        environment,
        description: description.slice(0, maxDescription),
        payload,
        // The gates have decided; GitHub's own enforcement would only look at what it calls contexts.
        required_contexts: [],
        auto_merge: false,
        transient_environment: false,
        production_environment: production,
        // Sent once: a second one is a second deployment. The run looks for the first before it tries again.
        request: { retries: 0 },
      });
      return toDeployment(data);
    },
    async findDeployment({ environment, run }) {
      const { data } = await repos.listDeployments({ ...repository, environment, per_page: 100 });
      const found = data.find(({ payload }) => payloadSchema.safeParse(payload).data?.run === run);
      return found === undefined ? undefined : toDeployment(found);
    },
    async answerProtectionRule({ workflowRun, environment, state, comment }) {
      try {
        await octokit.rest.actions.reviewCustomGatesForRun({
          ...repository,
          run_id: workflowRun,
          environment_name: environment,
          comment,
          ...(state === undefined ? {} : { state }),
        } as Parameters<typeof octokit.rest.actions.reviewCustomGatesForRun>[0]);
        return 'answered';
      } catch (error) {
        if ([404, 409, 422].includes(statusOf(error) ?? 0)) return 'settled';
        throw error;
      }
    },
    async setStatus({ deploymentId, state, description, environment, environmentUrl, logUrl, autoInactive }) {
      await repos.createDeploymentStatus({
        ...repository,
        deployment_id: deploymentId,
        state,
        environment,
        description: description.slice(0, maxDescription),
        auto_inactive: autoInactive,
        ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
        ...(logUrl === undefined ? {} : { log_url: logUrl }),
      });
    },
    async compare(base, head) {
      const { data } = await repos.compareCommitsWithBasehead({
        ...repository,
        basehead: `${base}...${head}`,
      });
      return {
        commits: data.commits.map(({ sha, commit, author }) => ({
          sha,
          title: commit.message.split('\n')[0] ?? '',
          author: author?.login ?? commit.author?.name ?? 'ghost',
        })),
        totalCommits: data.total_commits,
        behindBy: data.behind_by,
        paths: (data.files ?? []).map(({ filename }) => filename),
      };
    },
    ...checkMethods(octokit, repository),
  };
}

function checkMethods(
  octokit: Octokit,
  repository: Repository,
): Pick<DeployClient, 'createCheck' | 'findCheck' | 'updateCheck'> {
  const { checks } = octokit.rest;
  return {
    async createCheck({ name, headSha, externalId, ...check }) {
      const { data } = await checks.create({
        ...repository,
        name,
        head_sha: headSha,
        external_id: externalId,
        ...fieldsOf(check),
      });
      return { id: Number(data.id), url: data.html_url ?? '' };
    },
    async findCheck({ headSha, externalId }) {
      const runs = await octokit.paginate(checks.listForRef, {
        ...repository,
        ref: headSha,
        per_page: 100,
        filter: 'all',
      });
      const found = runs.find(run => run.external_id === externalId);
      return found === undefined ? undefined : { id: Number(found.id), url: found.html_url ?? '' };
    },
    async updateCheck(id, check) {
      await checks.update({ ...repository, check_run_id: id, ...fieldsOf(check) });
    },
  };
}

function fieldsOf({ status, conclusion, title, summary, detailsUrl, actions }: CheckUpdate) {
  return {
    status,
    output: { title, summary },
    actions: [...actions],
    ...(conclusion === undefined ? {} : { conclusion }),
    ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
  };
}

function toDeployment(data: unknown): GitHubDeployment {
  const { id, sha, environment, createdAt } = deploymentSchema.parse(data);
  return { id, sha, environment, createdAt };
}

function parsed(payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
