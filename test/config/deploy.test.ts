import { describe, expect, it } from 'vitest';
import { formatConfigProblem, mergeConfigs, parseConfig } from '../../src/config/index.ts';

const file = '.github/devops.yml';
const parse = (text: string) => parseConfig(text, { file, ruleIds: [] });
const problems = (text: string): readonly string[] =>
  parse(text).errors.map(problem => formatConfigProblem(problem).replace(`${file}:`, ''));

/** One environment with further lines of its own. */
const staging = (...lines: readonly string[]): string =>
  ['deploy:', '  environments:', '    staging:', '      runner: { type: workflow, file: deploy.yml }']
    .concat(lines.map(line => `      ${line}`))
    .join('\n');

describe('deploy: in the configuration', () => {
  it('fills in defaults, stricter in production', () => {
    const { config, errors } = parse(
      `${staging()}\n    production:\n      after: [staging]\n      runner: { type: event }\n`,
    );
    expect(errors).toEqual([]);
    const [first, second] = config.deploy.environments;
    expect(first).toMatchObject({
      name: 'staging',
      production: false,
      after: [],
      runner: { type: 'workflow', file: 'deploy.yml', ref: 'default-branch', inputs: {}, timeoutMinutes: 60 },
      gates: { checks: 'required', noChecks: 'allow', approvals: 0, drafts: false, forks: 'refuse' },
      lock: { sticky: false, whenHeld: 'queue', expiresAfterMinutes: 240 },
      onFailure: 'nothing',
      limits: { concurrent: null, perHour: null },
    });
    expect(second).toMatchObject({
      name: 'production',
      production: true,
      after: ['staging'],
      gates: { noChecks: 'refuse', approvals: 1 },
    });
  });

  it.each([
    [
      'an environment without a runner',
      'deploy:\n  environments:\n    staging: { url: https://s.example }',
      '3:5: deploy.environments.staging.runner is missing.',
    ],
    [
      'an environment without anything',
      'deploy:\n  environments:\n    staging: {}',
      '3:5: deploy.environments.staging.runner is missing.',
    ],
    [
      'an unknown kind of runner',
      'deploy:\n  environments:\n    staging:\n      runner: { type: worklow }',
      '4:23: deploy.environments.staging.runner.type must be one of workflow, event, ssm, ecs, not "worklow". Did you mean "workflow"?',
    ],
    [
      'a runner without its kind',
      'deploy:\n  environments:\n    staging:\n      runner: { file: deploy.yml }',
      '4:7: deploy.environments.staging.runner.type is missing: workflow, event, ssm, ecs.',
    ],
    [
      'a mistyped setting of a runner',
      'deploy:\n  environments:\n    staging:\n      runner: { type: workflow, file: d.yml, input: {} }',
      '4:46: Unknown setting "input". Known here: type, file, ref, inputs, timeout-minutes. Did you mean "inputs"?',
    ],
    [
      'a mistyped setting of an environment',
      staging('gate: {}'),
      '5:7: Unknown setting "gate". Known here: production, url, after, runner, gates, lock, parameters, verify, on-failure, limits. Did you mean "gates"?',
    ],
    [
      'an earlier environment that does not exist',
      staging('after: [stagin]'),
      '5:15: deploy.environments.staging.after.0: there is no environment "stagin"; there is staging. Did you mean "staging"?',
    ],
    [
      'an environment that comes before itself',
      staging('after: [staging]'),
      '5:14: deploy.environments.staging.after: "staging" would have to come before itself.',
    ],
    [
      'a trigger for an environment that does not exist',
      `${staging()}\n  on: [{ event: merge, environment: stging }]`,
      '5:37: deploy.on.0.environment: there is no environment "stging"; there is staging. Did you mean "staging"?',
    ],
    [
      'a path for a workflow',
      'deploy:\n  environments:\n    staging:\n      runner: { type: workflow, file: .github/workflows/d.yml }',
      '4:39: deploy.environments.staging.runner.file must be of the form /^[A-Za-z0-9._-]+\\.ya?ml$/, not ".github/workflows/d.yml".',
    ],
    [
      'a name that nobody can type',
      'deploy:\n  environments:\n    "Staging 2":\n      runner: { type: event }',
      '3:5: "Staging 2" cannot be a name here; it must be of the form /^[a-z0-9][a-z0-9._-]{0,62}$/.',
    ],
    [
      'a parameter that is used and not declared',
      'deploy:\n  environments:\n    staging:\n      runner: { type: workflow, file: d.yml, inputs: { region: $param.regio } }\n      parameters: { region: {} }',
      '4:64: deploy.environments.staging.runner.inputs.region: the parameter "regio" is not declared under parameters. Did you mean "region"?',
    ],
    [
      'a default that is none of the choices',
      staging('parameters:', '  region: { type: choice, choices: [eu, us], default: ue }'),
      '6:61: deploy.environments.staging.parameters.region.default: must be one of eu, us. Did you mean "eu"?',
    ],
    [
      'a pattern that could run for ever',
      staging('parameters:', "  tag: { pattern: '(a+)+' }"),
      '6:25: deploy.environments.staging.parameters.tag.pattern: repeats a group that itself repeats, which could run for ever.',
    ],
    [
      'a fact that values do not have',
      'deploy:\n  environments:\n    staging:\n      runner: { type: workflow, file: d.yml, inputs: { v: $commit } }',
      '4:59: deploy.environments.staging.runner.inputs.v: there is no $commit; there are $sha, $short-sha, $ref, $environment, $deployment, $run, $actor and $param.<name>.',
    ],
    [
      'a freeze window that is no cron',
      'deploy:\n  freeze: [{ cron: "* 99 * * *", minutes: 5 }]',
      '2:20: deploy.freeze.0.cron: is no cron expression.',
    ],
    [
      'a time zone that does not exist',
      'deploy:\n  freeze: [{ cron: "0 16 * * 5", time-zone: Europe/Berlinn, minutes: 5 }]',
      '2:45: deploy.freeze.0.time-zone: is no IANA time zone such as Europe/Berlin.',
    ],
  ])('says where %s is', (_, text, message) => {
    expect(problems(text)).toEqual([message]);
  });
});

describe('an organisation’s deploy:', () => {
  const merged = (organisation: string, repository: string) => {
    const files = [parse(organisation), parse(repository)] as const;
    expect(files.flatMap(({ errors }) => errors)).toEqual([]);
    const [theirs, ours] = files;
    return mergeConfigs({
      organisation: theirs.written,
      repository: ours.written,
      severityOf: () => undefined,
    });
  };
  const gates = (text: string): string => `deploy:\n  gates: ${text}`;
  const withGates = (text: string): string => staging(`gates: ${text}`);

  it.each([
    ['{ approvals: 2 }', '{ approvals: 1 }', { approvals: 2 }],
    ['{ checks: required }', '{ checks: none }', { checks: 'required' }],
    ['{ checks: [build] }', '{ checks: all }', { checks: ['build'] }],
    ['{ drafts: false }', '{ drafts: true }', { drafts: false }],
    ['{ forks: refuse }', '{ forks: with-review }', { forks: 'refuse' }],
    ['{ outdated: refuse }', '{ outdated: allow }', { outdated: 'refuse' }],
    ['{ protection-rules: true }', '{ protection-rules: false }', { protectionRules: true }],
    ['{ allowed: { teams: [sre] } }', '{ allowed: { teams: [sre, all] } }', { allowed: { teams: ['sre'] } }],
    ['{ allowed: { role: maintain } }', '{ allowed: { role: write } }', { allowed: { role: 'maintain' } }],
    ['{ confirmation: { count: 2 } }', '{ confirmation: false }', { confirmation: { count: 2 } }],
  ])('%s is not loosened by %s', (organisation, repository, expected) => {
    const { config, warnings } = merged(gates(organisation), withGates(repository));
    expect(config.deploy.environments[0]?.gates).toMatchObject(expected);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^The organisation's policy keeps deploy\.environments\.staging\.gates\./);
  });

  it.each([
    ['{ approvals: 1 }', '{ approvals: 2 }', { approvals: 2 }],
    ['{ checks: [build] }', '{ checks: [build, lint] }', { checks: ['build', 'lint'] }],
    ['{ allowed: { teams: [sre, dev] } }', '{ allowed: { teams: [sre] } }', { allowed: { teams: ['sre'] } }],
  ])('%s may be tightened by %s', (organisation, repository, expected) => {
    const { config, warnings } = merged(gates(organisation), withGates(repository));
    expect(config.deploy.environments[0]?.gates).toMatchObject(expected);
    expect(warnings).toEqual([]);
  });

  it('adds its order, freeze windows and limits, and gives environments to every repository', () => {
    const theirs = `deploy:
  freeze: [{ cron: "0 0 24 12 *", minutes: 4320, reason: Holidays }]
  environments:
    staging: { runner: { type: event } }
    live: { after: [staging], runner: { type: event }, limits: { per-hour: 2 } }`;
    const ours = `deploy:
  freeze: [{ cron: "0 16 * * 5", minutes: 60 }]
  environments:
    live: { production: false, runner: { type: workflow, file: live.yml }, limits: { per-hour: 9 } }`;
    const { config, warnings } = merged(theirs, ours);
    expect(config.deploy.freeze.map(({ minutes }) => minutes)).toEqual([4320, 60]);
    expect(config.deploy.environments.map(({ name }) => name).toSorted()).toEqual(['live', 'staging']);
    expect(config.deploy.environments.find(({ name }) => name === 'live')).toMatchObject({
      production: true,
      after: ['staging'],
      runner: { type: 'workflow' },
      limits: { perHour: 2 },
    });
    expect(warnings).toEqual([expect.stringContaining('deploy.environments.live.production at true')]);
  });
});
