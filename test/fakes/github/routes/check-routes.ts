import type { FakeCheckRun } from '../fake-repository.ts';
import { type FakeRoute, HttpRefusal, notFound, type RouteContext } from '../route.ts';
import { checkRunOf } from './representations.ts';

/** Check runs; only Apps write them. */
export const checkRoutes: readonly FakeRoute[] = [
  {
    operation: 'POST /repos/{owner}/{repo}/check-runs',
    permissions: ['checks:write'],
    handle: context => {
      const repository = context.repository();
      const { head_sha: headSha, ...fields } = context.body;
      if (repository.git.typeOf(headSha) !== 'commit')
        throw new HttpRefusal(422, `No commit found for SHA: ${headSha}`);
      const checkRun = repository.addCheckRun(context.state.appId, headSha, fields);
      appendAnnotations(checkRun, context.body);
      return { status: 201, json: checkRunOf(context.state, repository, checkRun) };
    },
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
    permissions: ['checks:write'],
    handle: context => {
      const repository = context.repository();
      const checkRun = repository.checkRuns.get(Number(context.params['check_run_id']));
      if (checkRun === undefined) throw notFound();
      appendAnnotations(checkRun, context.body);
      checkRun.fields = {
        ...checkRun.fields,
        ...context.body,
        ...(context.body.conclusion === undefined ? {} : { status: 'completed' }),
      };
      return { status: 200, json: checkRunOf(context.state, repository, checkRun) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
    permissions: ['checks:read'],
    handle: context => {
      const repository = context.repository();
      const sha = repository.git.resolve(context.params['ref'] ?? '');
      const runs = [...repository.checkRuns.values()].filter(({ headSha }) => headSha === sha);
      return { list: runs.map(run => checkRunOf(context.state, repository, run)), wrap: 'check_runs' };
    },
  },
];

/** GitHub adds the annotations of each request to those that are there, and refuses columns on several lines. */
function appendAnnotations(checkRun: FakeCheckRun, body: RouteContext['body']): void {
  for (const annotation of body.output?.annotations ?? []) {
    if (annotation.start_line !== annotation.end_line && annotation.start_column !== undefined) {
      throw new HttpRefusal(422, 'start_column and end_column are only allowed on a single line');
    }
    checkRun.annotations.push(annotation);
  }
}
