import type { FakeAlert, FakeDependencyAlert } from '../fake-records.ts';
import { repositoryHtmlUrl, repositoryUrl } from '../representations/repository.ts';
import { type FakeRoute, notFound, type RouteContext } from '../route.ts';

/** Alerts of code scanning and Dependabot. */
export const alertRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/code-scanning/alerts',
    permissions: ['security_events:read'],
    handle: context => {
      const { query } = context;
      const wanted = context
        .repository()
        .alerts.filter(
          alert =>
            (query.get('state') ?? alert.state) === alert.state &&
            (query.get('severity') ?? alert.severity) === alert.severity,
        );
      return { list: wanted.map(alert => alertOf(context, alert)) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}',
    permissions: ['security_events:read'],
    handle: context => ({ status: 200, json: alertOf(context, alertIn(context)) }),
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}',
    permissions: ['security_events:write'],
    handle: context => {
      const alert = alertIn(context);
      alert.state = context.body.state;
      const { dismissed_reason: reason = null, dismissed_comment: comment = null } = context.body;
      const dismissal = { dismissed_reason: reason, dismissed_comment: comment };
      return { status: 200, json: { ...alertOf(context, alert), ...dismissal } };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/dependabot/alerts',
    permissions: ['vulnerability_alerts:read'],
    handle: context => {
      const severity = context.query.get('severity');
      const alerts = context
        .repository()
        .dependencyAlerts.filter(alert => severity === null || alert.severity === severity);
      return { list: alerts.map(alert => dependencyAlertOf(context, alert)) };
    },
  },
];

function alertIn(context: RouteContext): FakeAlert {
  const number = Number(context.params['alert_number']);
  const found = context.repository().alerts.find(alert => alert.number === number);
  if (found === undefined) throw notFound();
  return found;
}

function alertOf(context: RouteContext, alert: FakeAlert): object {
  const { state } = context;
  const repository = context.repository();
  const url = `${repositoryUrl(state, repository)}/code-scanning/alerts/${alert.number}`;
  return {
    number: alert.number,
    created_at: state.startedAt,
    updated_at: state.startedAt,
    url,
    html_url: `${repositoryHtmlUrl(state, repository)}/security/code-scanning/${alert.number}`,
    instances_url: `${url}/instances`,
    state: alert.state,
    fixed_at: null,
    dismissed_by: null,
    dismissed_at: null,
    dismissed_reason: null,
    dismissed_comment: null,
    rule: {
      id: alert.rule,
      name: alert.rule,
      severity: 'error',
      security_severity_level: alert.severity,
      description: alert.rule,
      tags: [],
    },
    tool: { name: 'devops', guid: null, version: '1' },
    most_recent_instance: {
      ref: 'refs/heads/main',
      analysis_key: 'devops',
      environment: '{}',
      category: 'devops',
      state: alert.state,
      commit_sha: repository.git.resolve('refs/heads/main'),
      message: { text: alert.message },
      location: {
        path: alert.path,
        start_line: alert.line,
        end_line: alert.line,
        start_column: 1,
        end_column: 2,
      },
      classifications: [],
    },
  };
}

function dependencyAlertOf(context: RouteContext, alert: FakeDependencyAlert): object {
  const { state } = context;
  const repository = context.repository();
  const at = state.startedAt;
  const name = { ecosystem: 'npm', name: alert.package };
  const vulnerability = {
    package: name,
    severity: alert.severity,
    vulnerable_version_range: `< ${alert.fixedIn}`,
    first_patched_version: { identifier: alert.fixedIn },
  };
  return {
    number: alert.number,
    state: 'open',
    dependency: { package: name, manifest_path: 'package-lock.json', scope: 'runtime' },
    security_advisory: {
      ghsa_id: 'GHSA-aaaa-bbbb-cccc',
      cve_id: null,
      summary: alert.summary,
      description: alert.summary,
      vulnerabilities: [vulnerability],
      severity: alert.severity,
      cvss: { score: 7.5, vector_string: null },
      cwes: [],
      identifiers: [{ type: 'GHSA', value: 'GHSA-aaaa-bbbb-cccc' }],
      references: [],
      published_at: at,
      updated_at: at,
      withdrawn_at: null,
    },
    security_vulnerability: vulnerability,
    url: `${repositoryUrl(state, repository)}/dependabot/alerts/${alert.number}`,
    html_url: `${repositoryHtmlUrl(state, repository)}/security/dependabot/${alert.number}`,
    created_at: at,
    updated_at: at,
    dismissed_at: null,
    dismissed_by: null,
    dismissed_reason: null,
    dismissed_comment: null,
    fixed_at: null,
  };
}
