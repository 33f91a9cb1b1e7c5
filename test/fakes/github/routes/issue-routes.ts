import type { FakeIssue, FakePullRequest } from '../fake-records.ts';
import { accountOf } from '../representations/account.ts';
import { issueOf, labelOf } from '../representations/issue.ts';
import { repositoryOf } from '../representations/repository.ts';
import { type FakeRoute, notFound, type RouteContext } from '../route.ts';
import { loginOf } from './caller.ts';

const read = ['issues:read', 'pull_requests:read'] as const;
const write = ['issues:write', 'pull_requests:write'] as const;

/** Issues and labels. */
export const issueRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/issues',
    permissions: ['issues:read'],
    handle: context => {
      const { issues, pullRequests } = context.repository();
      const state = context.query.get('state') ?? 'open';
      const all = [...issues.values(), ...pullRequests.values()].sort((a, b) => b.number - a.number);
      const labels = context.query.get('labels')?.split(',') ?? [];
      return {
        list: all
          .filter(issue => state === 'all' || issue.state === state)
          .filter(issue => labels.every(label => issue.labels.includes(label)))
          .map(issue => shown(context, issue)),
      };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/issues',
    permissions: ['issues:write'],
    handle: context => {
      const repository = context.repository();
      const { title, body, labels = [] } = context.body;
      const issue: FakeIssue = {
        number: repository.nextNumber(),
        title: String(title),
        body: body ?? '',
        author: loginOf(context),
        state: 'open',
        createdAt: new Date().toISOString(),
        labels: labels.map((label: string | { readonly name: string }) =>
          typeof label === 'string' ? label : label.name,
        ),
      };
      repository.issues.set(issue.number, issue);
      context.notify('issues', {
        action: 'opened',
        issue: shown(context, issue),
        repository: repositoryOf(context.state, repository),
        sender: accountOf(context.state, loginOf(context)),
      });
      return { status: 201, json: shown(context, issue) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
    permissions: read,
    handle: context => ({ status: 200, json: shown(context, issueIn(context)) }),
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
    permissions: write,
    handle: context => {
      const issue = issueIn(context);
      const { title, body, state } = context.body;
      const before = { title: issue.title, body: issue.body };
      if (title !== undefined && title !== null) issue.title = String(title);
      if (body !== undefined) issue.body = body ?? '';
      if (state !== undefined) issue.state = state;
      issue.updatedAt = new Date().toISOString();
      const changes = {
        ...(issue.title === before.title ? {} : { title: { from: before.title } }),
        ...(issue.body === before.body ? {} : { body: { from: before.body } }),
      };
      if (Object.keys(changes).length > 0 && !('headSha' in issue))
        context.notify('issues', {
          action: 'edited',
          issue: shown(context, issue),
          changes,
          repository: repositoryOf(context.state, context.repository()),
          sender: accountOf(context.state, loginOf(context)),
        });
      return { status: 200, json: shown(context, issue) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/labels',
    permissions: read,
    handle: context => {
      const repository = context.repository();
      return { list: [...repository.labels.keys()].map(name => labelOf(context.state, repository, name)) };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/labels',
    permissions: write,
    handle: context => {
      const { name, color = 'ededed', description = null } = context.body;
      addLabel(context, { name, color, description });
      return { status: 201, json: labelOf(context.state, context.repository(), name) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/issues/{issue_number}/labels',
    permissions: read,
    handle: context => ({ list: labelsOf(context) }),
  },
  {
    operation: 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
    permissions: write,
    handle: context => {
      const issue = issueIn(context);
      const names: readonly string[] = context.body?.labels ?? [];
      for (const name of names) {
        if (!context.repository().labels.has(name))
          addLabel(context, { name, color: 'ededed', description: null });
        if (!issue.labels.includes(name)) issue.labels.push(name);
      }
      return { status: 200, json: labelsOf(context) };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees',
    permissions: write,
    handle: context => {
      const issue = issueIn(context);
      const { roles } = context.repository();
      // GitHub passes over who cannot be assigned.
      const able = (context.body.assignees as readonly string[]).filter(login => roles.has(login));
      issue.assignees = [...new Set([...(issue.assignees ?? []), ...able])];
      return { status: 201, json: shown(context, issue) };
    },
  },
  {
    operation: 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
    permissions: write,
    handle: context => {
      const { labels } = issueIn(context);
      const index = labels.indexOf(context.params['name'] ?? '');
      if (index === -1) throw notFound();
      labels.splice(index, 1);
      return { status: 200, json: labelsOf(context) };
    },
  },
];

/** The issue or pull request of the path. @throws HttpRefusal 404. */
export function issueIn(context: RouteContext): FakeIssue | FakePullRequest {
  const number = Number(context.params['issue_number']);
  const { issues, pullRequests } = context.repository();
  const found = pullRequests.get(number) ?? issues.get(number);
  if (found === undefined) throw notFound();
  return found;
}

function shown(context: RouteContext, issue: FakeIssue | FakePullRequest): object {
  return issueOf(context.state, context.repository(), issue);
}

function labelsOf(context: RouteContext): readonly object[] {
  const repository = context.repository();
  return issueIn(context).labels.map(name => labelOf(context.state, repository, name));
}

function addLabel(
  context: RouteContext,
  { name, ...label }: { readonly name: string; readonly color: string; readonly description: string | null },
): void {
  context.repository().labels.set(name, { id: context.state.nextId(), ...label });
}
