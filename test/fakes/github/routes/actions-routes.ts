import { parse as parseYaml } from 'yaml';
import type { FakeWorkflowRun } from '../fake-records.ts';
import { accountOf, nodeId } from '../representations/account.ts';
import { repositoryHtmlUrl, repositoryOf, repositoryUrl } from '../representations/repository.ts';
import { jobOf, workflowRunOf } from '../representations/workflow-run.ts';
import { type FakeRoute, HttpRefusal, notFound, type RouteContext, type WebhookPayload } from '../route.ts';
import { loginOf } from './caller.ts';

/** Workflow runs, their jobs and logs; a dispatch makes a queued run without jobs, which a test finishes. */
export const actionsRoutes: readonly FakeRoute[] = [
  {
    operation: 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    permissions: ['actions:write'],
    handle: context => {
      const run = dispatch(context);
      const { id } = run;
      context.notify('workflow_run', workflowRunPayload(context, run, 'requested'));
      if (context.body.return_run_details !== true || !context.state.dispatchTellsRun) return { status: 204 };
      const page = repositoryHtmlUrl(context.state, context.repository());
      return {
        status: 200,
        json: {
          workflow_run_id: id,
          run_url: `${repositoryUrl(context.state, context.repository())}/actions/runs/${id}`,
          html_url: `${page}/actions/runs/${id}`,
        },
      };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule',
    permissions: ['deployments:write'],
    handle: context => {
      const { environment_name: environment, state, comment = '' } = context.body;
      const run = Number(context.params['run_id']);
      context.repository().protectionRuleAnswers.push({ run, environment, state, comment });
      return { status: 204 };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    permissions: ['actions:read'],
    handle: context => {
      const { query } = context;
      const path = `.github/workflows/${context.params['workflow_id']}`;
      const listed = context
        .repository()
        .workflowRuns.filter(
          run =>
            run.path === path &&
            matches(query.get('event'), run.event) &&
            matches(query.get('branch'), run.headBranch) &&
            (matches(query.get('status'), run.status) || query.get('status') === run.conclusion),
        );
      return {
        list: listed.toReversed().map(run => workflowRunOf(context.state, context.repository(), run)),
        wrap: 'workflow_runs',
      };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/workflows',
    permissions: ['actions:read'],
    handle: context => {
      const repository = context.repository();
      const { git } = repository;
      const folder = git.resolve(`${repository.defaultBranch}:.github/workflows`);
      const files = folder === undefined ? [] : git.tree(folder);
      const base = repositoryUrl(context.state, repository);
      const workflows = files.map(({ path: file }, index) => ({
        id: index + 1,
        node_id: nodeId('W', index + 1),
        name: file,
        path: `.github/workflows/${file}`,
        state: 'active',
        created_at: context.state.startedAt,
        updated_at: context.state.startedAt,
        url: `${base}/actions/workflows/${index + 1}`,
        html_url: `${context.state.url}/${repository.fullName}/blob/main/.github/workflows/${file}`,
        badge_url: `${context.state.url}/${repository.fullName}/workflows/${file}/badge.svg`,
      }));
      return { list: workflows, wrap: 'workflows' };
    },
  },
  ...['rerun', 'rerun-failed-jobs'].map(
    (word): FakeRoute => ({
      operation: `POST /repos/{owner}/{repo}/actions/runs/{run_id}/${word}`,
      permissions: ['actions:write'],
      handle: context => {
        const run = runIn(context);
        if (run.status !== 'completed') throw new HttpRefusal(403, 'The workflow run is already running');
        run.attempt += 1;
        run.status = 'queued';
        run.conclusion = null;
        return { status: 201, json: {} };
      },
    }),
  ),
  {
    operation: 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel',
    permissions: ['actions:write'],
    handle: context => {
      const run = runIn(context);
      if (run.status === 'completed')
        throw new HttpRefusal(409, 'Cannot cancel a workflow run that is completed.');
      run.status = 'completed';
      run.conclusion = 'cancelled';
      context.notify('workflow_run', workflowRunPayload(context, run, 'completed'));
      return { status: 202, json: {} };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/runs',
    permissions: ['actions:read'],
    handle: context => {
      const { query } = context;
      const listed = context
        .repository()
        .workflowRuns.filter(
          run =>
            matches(query.get('head_sha'), run.headSha) &&
            matches(query.get('event'), run.event) &&
            matches(query.get('branch'), run.headBranch) &&
            (matches(query.get('status'), run.status) || query.get('status') === run.conclusion),
        );
      return {
        list: listed.toReversed().map(run => workflowRunOf(context.state, context.repository(), run)),
        wrap: 'workflow_runs',
      };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
    permissions: ['actions:read'],
    handle: context => ({
      status: 200,
      json: workflowRunOf(context.state, context.repository(), runIn(context)),
    }),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
    permissions: ['actions:read'],
    handle: context => {
      const run = runIn(context);
      const at = { state: context.state, repository: context.repository(), run };
      return { list: run.jobs.map(job => jobOf(at, job)), wrap: 'jobs' };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs',
    permissions: ['actions:read'],
    handle: context => {
      const id = Number(context.params['job_id']);
      const job = context
        .repository()
        .workflowRuns.flatMap(({ jobs }) => jobs)
        .find(candidate => candidate.id === id);
      if (job === undefined || job.conclusion === null) throw notFound();
      // The address is signed and short-lived on GitHub; here it is good for one fetch without a token.
      const location = context.state.offerDownload(job.log);
      return { status: 302, raw: '', headers: { location } };
    },
  },
];

function matches(wanted: string | null, value: string | null): boolean {
  return wanted === null || wanted === value;
}

function runIn(context: RouteContext): FakeWorkflowRun {
  const found = context.repository().workflowRuns.find(({ id }) => id === Number(context.params['run_id']));
  if (found === undefined) throw notFound();
  return found;
}

/** GitHub takes the trigger and the inputs from the file on the ref, and knows the workflow from the default branch. */
function dispatch(context: RouteContext): FakeWorkflowRun {
  const repository = context.repository();
  const { git } = repository;
  const { ref, inputs: given = {} } = context.body;
  const path = `.github/workflows/${context.params['workflow_id']}`;
  const headSha = git.resolve(`refs/heads/${ref}`) ?? git.resolve(`refs/tags/${ref}`);
  if (headSha === undefined) throw new HttpRefusal(422, `No ref found for: ${ref}`);
  const text = fileAt(context, headSha, path);
  if (text === undefined || fileAt(context, `refs/heads/${repository.defaultBranch}`, path) === undefined)
    throw notFound();
  if (repository.disabledWorkflows.has(path))
    throw new HttpRefusal(422, "Cannot trigger a 'workflow_dispatch' on a disabled workflow");
  const workflow = parseYaml(text);
  const trigger = triggerIn(workflow.on);
  if (trigger === undefined) throw new HttpRefusal(422, "Workflow does not have 'workflow_dispatch' trigger");
  const inputs = inputsOf(trigger, given);
  return repository.addWorkflowRun({
    path,
    event: 'workflow_dispatch',
    headBranch: ref,
    actor: loginOf(context),
    inputs,
    displayTitle: titleOf(workflow['run-name'] ?? workflow.name ?? path, inputs),
  });
}

function fileAt(context: RouteContext, revision: string, path: string): string | undefined {
  const { git } = context.repository();
  const blob = git.resolve(`${revision}:${path}`);
  return blob === undefined ? undefined : git.blob(blob).toString('utf8');
}

type Declared = Readonly<
  Record<string, { readonly required?: boolean; readonly default?: string | number | boolean } | null>
>;

/** The inputs of the trigger in any of the forms that `on:` takes; undefined when it is not there. */
function triggerIn(on: unknown): Declared | undefined {
  if (on === 'workflow_dispatch' || (Array.isArray(on) && on.includes('workflow_dispatch'))) return {};
  if (typeof on !== 'object' || on === null || !('workflow_dispatch' in on)) return undefined;
  return (on.workflow_dispatch as { readonly inputs?: Declared } | null)?.inputs ?? {};
}

function inputsOf(declared: Declared, given: Readonly<Record<string, string>>): Record<string, string> {
  const unexpected = Object.keys(given).filter(name => !Object.hasOwn(declared, name));
  if (unexpected.length > 0)
    throw new HttpRefusal(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  const values = Object.entries(declared).map(([name, input]) => {
    const value = given[name] ?? input?.default;
    if (value === undefined && input?.required === true)
      throw new HttpRefusal(422, `Required input '${name}' not provided`);
    return [name, String(value ?? '')] as const;
  });
  return Object.fromEntries(values);
}

/** `run-name:` with the one kind of expression that tests use. */
function titleOf(runName: string, inputs: Readonly<Record<string, string>>): string {
  return runName.replace(/\$\{\{\s*inputs\.([\w-]+)\s*\}\}/g, (_, name: string) => inputs[name] ?? '');
}

function workflowRunPayload(context: RouteContext, run: FakeWorkflowRun, action: string): WebhookPayload {
  const { state } = context;
  const repository = context.repository();
  return {
    action,
    workflow_run: workflowRunOf(state, repository, run),
    repository: repositoryOf(state, repository),
    sender: accountOf(state, run.actor),
  };
}
