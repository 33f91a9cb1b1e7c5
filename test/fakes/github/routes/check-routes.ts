import type { FakeCheckRun } from '../fake-records.ts';
import { accountOf } from '../representations/account.ts';
import { checkRunOf, checkSuiteOf } from '../representations/check-run.ts';
import { repositoryHtmlUrl, repositoryOf } from '../representations/repository.ts';
import { type FakeRoute, HttpRefusal, notFound, type RouteContext } from '../route.ts';
import { loginOf } from './caller.ts';

/** Check runs and suites; only Apps write them. */
export const checkRoutes: readonly FakeRoute[] = [
  {
    operation: 'POST /repos/{owner}/{repo}/check-runs',
    permissions: ['checks:write'],
    handle: context => {
      const repository = context.repository();
      const { head_sha: headSha, ...fields } = context.body;
      if (repository.git.typeOf(headSha) !== 'commit')
        throw new HttpRefusal(422, `No commit found for SHA: ${headSha}`);
      const checkRun = repository.addCheckRun(context.state.appId, headSha, {});
      change(checkRun, fields);
      return { status: 201, json: shown(context, checkRun) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}',
    permissions: ['checks:read'],
    handle: context => ({ status: 200, json: shown(context, checkRunIn(context)) }),
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
    permissions: ['checks:write'],
    handle: context => {
      const checkRun = checkRunIn(context);
      change(checkRun, context.body);
      return { status: 200, json: shown(context, checkRun) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
    permissions: ['checks:read'],
    handle: context => {
      const checkRun = checkRunIn(context);
      const blob = `${repositoryHtmlUrl(context.state, context.repository())}/blob/${checkRun.headSha}`;
      const absent = { start_column: null, end_column: null, title: null, raw_details: null };
      return {
        list: checkRun.annotations.map(annotation => ({
          ...absent,
          ...annotation,
          blob_href: `${blob}/${annotation.path}`,
        })),
      };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest',
    permissions: ['checks:write'],
    handle: context => {
      const checkRun = shown(context, checkRunIn(context));
      notifyOf(context, 'check_run', { check_run: checkRun });
      return { status: 201, json: {} };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
    permissions: ['checks:read'],
    handle: context => ({ list: runsOfCommit(context, commitIn(context)), wrap: 'check_runs' }),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/commits/{ref}/check-suites',
    permissions: ['checks:read'],
    handle: context => {
      const suite = checkSuiteOf(context.state, context.repository(), commitIn(context));
      return { list: [suite], wrap: 'check_suites' };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/check-suites/{check_suite_id}',
    permissions: ['checks:read'],
    handle: context => {
      const commit = suiteCommitIn(context);
      return { status: 200, json: checkSuiteOf(context.state, context.repository(), commit) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs',
    permissions: ['checks:read'],
    handle: context => ({ list: runsOfCommit(context, suiteCommitIn(context)), wrap: 'check_runs' }),
  },
  {
    operation: 'POST /repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest',
    permissions: ['checks:write'],
    handle: context => {
      const suite = checkSuiteOf(context.state, context.repository(), suiteCommitIn(context));
      notifyOf(context, 'check_suite', { check_suite: suite });
      return { status: 201, json: {} };
    },
  },
];

/**
 * As GitHub does it: the annotations of each request are added to those that are there (and columns of several
 * lines refused), the rest replaces; a conclusion completes the run, a completed run needs one.
 */
function change(checkRun: FakeCheckRun, body: RouteContext['body']): void {
  if (
    body.status === 'completed' &&
    body.conclusion === undefined &&
    checkRun.fields.conclusion === undefined
  )
    throw new HttpRefusal(422, 'Invalid request. For a completed check run, conclusion is required.');
  for (const annotation of body.output?.annotations ?? []) {
    if (annotation.start_line !== annotation.end_line && annotation.start_column !== undefined)
      throw new HttpRefusal(422, 'start_column and end_column are only allowed on a single line');
  }
  checkRun.annotations.push(...(body.output?.annotations ?? []));
  checkRun.fields = {
    ...checkRun.fields,
    ...body,
    ...(body.conclusion === undefined ? {} : { status: 'completed' }),
  };
  if (checkRun.fields.status === 'completed')
    checkRun.completedAt ??= body.completed_at ?? new Date().toISOString();
}

/** Of each name the latest, unless `filter=all`, newest first. */
function runsOfCommit(context: RouteContext, headSha: string): readonly object[] {
  const repository = context.repository();
  const name = context.query.get('check_name');
  const runs = [...repository.checkRuns.values()].filter(
    run => run.headSha === headSha && (name === null || run.fields.name === name),
  );
  const latest = [...new Map(runs.map(run => [run.fields.name, run])).values()];
  const listed = context.query.get('filter') === 'all' ? runs : latest;
  return listed.toReversed().map(run => shown(context, run));
}

function notifyOf(context: RouteContext, event: string, subject: Readonly<Record<string, unknown>>): void {
  context.notify(event, {
    action: 'rerequested',
    ...subject,
    repository: repositoryOf(context.state, context.repository()),
    sender: accountOf(context.state, loginOf(context)),
  });
}

function shown(context: RouteContext, checkRun: FakeCheckRun): object {
  return checkRunOf(context.state, context.repository(), checkRun);
}

function checkRunIn(context: RouteContext): FakeCheckRun {
  const checkRun = context.repository().checkRuns.get(Number(context.params['check_run_id']));
  if (checkRun === undefined) throw notFound();
  return checkRun;
}

/** @throws HttpRefusal 422, GitHub's answer for a ref that names no commit. */
function commitIn(context: RouteContext): string {
  const ref = context.params['ref'] ?? '';
  const sha = context.repository().git.commitOf(ref);
  if (sha === undefined) throw new HttpRefusal(422, `No commit found for SHA: ${ref}`);
  return sha;
}

function suiteCommitIn(context: RouteContext): string {
  const commit = context.repository().commitOfCheckSuite(Number(context.params['check_suite_id']));
  if (commit === undefined) throw notFound();
  return commit;
}
