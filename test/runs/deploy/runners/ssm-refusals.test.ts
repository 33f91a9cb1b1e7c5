import { describe, expect, it } from 'vitest';
import type { RunnerJob, SsmSettings } from '../../../../src/contracts/deploy-runner.ts';
import { awsJob, openSsm, type SsmScene, ssmSettings } from './ssm-scene.ts';

async function problemsOf(
  scene: SsmScene,
  settings: Partial<SsmSettings> = {},
  job: Partial<RunnerJob> = {},
): Promise<readonly string[]> {
  const problems = await scene.runner.validate({ ...ssmSettings, ...settings }, { ...awsJob, ...job });
  return problems.map(({ code }) => code);
}

describe('what does not begin', () => {
  it('is told before anything is sent', async () => {
    const scene = openSsm(0);
    expect(await problemsOf(scene)).toEqual(['ssm-no-instances']);
    expect(await scene.runner.start(ssmSettings, awsJob)).toMatchObject({
      result: 'error',
      code: 'ssm-no-instances',
      summary:
        'No instance that Systems Manager reaches carries `Service=web` and `Stage=staging|canary` in eu-central-1.',
    });
    expect(scene.ssm.commands).toEqual([]);
  });

  it('are instances that do not answer, beyond those that may fail', async () => {
    const scene = openSsm(3);
    for (const instance of scene.ssm.instances.slice(0, 2)) instance.online = false;
    expect(await problemsOf(scene)).toEqual(['ssm-instances-offline']);
    expect(await problemsOf(scene, { maxFailures: 2 })).toEqual([]);
  });

  it.each([
    ['AWS-RunShellScript', { commit: '$sha' }],
    ['AWS-RunRemoteScript', { commit: '$sha' }],
    ['arn:aws:ssm:eu-central-1::document/AWS-RunPowerShellScript', { commit: '$sha' }],
  ])('is the document %s, which runs what it is given', async (document, parameters) => {
    expect(await problemsOf(openSsm(1), { document, parameters })).toEqual(['ssm-document-runs-scripts']);
  });

  it.each(['commands', 'Script', 'sourceInfo'])('is a document with a parameter `%s`', async name => {
    const scene = openSsm(1);
    scene.ssm.document.parameters.push({ Name: name, Type: 'StringList', DefaultValue: '' });
    expect(await problemsOf(scene)).toEqual(['ssm-document-runs-scripts']);
  });

  it('is a document of another type', async () => {
    const scene = openSsm(1);
    scene.ssm.document.type = 'Automation';
    expect(await problemsOf(scene)).toEqual(['ssm-document-type']);
  });

  it.each([
    [
      'a required parameter that nothing fills in',
      {},
      {},
      ['ssm-commit-not-passed', 'ssm-parameter-missing'],
    ],
    ['a parameter that is not declared', { commit: '$sha', servce: 'api' }, {}, ['ssm-parameter-unknown']],
    [
      'a deployment parameter that would be lost',
      { commit: '$sha' },
      { size: 'large' },
      ['parameter-not-taken'],
    ],
    ['no commit', { commit: 'main' }, {}, ['ssm-commit-not-passed']],
  ])('is %s', async (_, parameters, given, codes) => {
    expect(await problemsOf(openSsm(1), { parameters }, { parameters: given })).toEqual(codes);
  });

  it.each(['$(reboot)', 'web; reboot', 'a b', '`id`', '-x', '', '{{ssm:secret}}', 'a\nb', "it's"])(
    'is the value %j, which a shell would read as more than a word',
    async value => {
      const parameters = { commit: '$sha', service: '$param.service' };
      const codes = await problemsOf(openSsm(1), { parameters }, { parameters: { service: value } });
      expect(codes).toEqual(['ssm-value-refused']);
    },
  );

  it('is a branch whose name is no plain word, where the branch is passed on', async () => {
    const parameters = { commit: '$sha', service: '$ref' };
    expect(await problemsOf(openSsm(1), { parameters }, { ref: 'a$(reboot)' })).toEqual([
      'ssm-value-refused',
    ]);
    expect(await problemsOf(openSsm(1), { parameters }, { ref: 'feature/x-1' })).toEqual([]);
  });
});

describe('what AWS refuses', () => {
  const reads = ['sts:AssumeRole', 'ssm:DescribeDocument', 'ssm:DescribeInstanceInformation'];
  const refusals = [
    ['AccessDeniedException', 400, 'aws-denied'],
    ['ExpiredTokenException', 400, 'aws-expired-credentials'],
    ['ResourceNotFoundException', 400, 'aws-not-found'],
  ] as const;
  const cases = reads.flatMap(action => refusals.map(refusal => [action, ...refusal] as const));

  it.each(cases.filter(([action]) => action !== 'sts:AssumeRole'))(
    '%s answered %s (%i): said before anything is sent',
    async (action, code, status, expected) => {
      const scene = openSsm(1);
      scene.aws.faults.push({ action, times: 9, kind: 'refuse', code, status });
      expect(await problemsOf(scene)).toEqual([expected]);
      expect(scene.ssm.commands).toEqual([]);
    },
  );

  it.each(reads)('%s fails for a while: tried again later, nothing is sent', async action => {
    const scene = openSsm(1);
    scene.aws.faults.push({ action, times: 3, kind: 'refuse', code: 'InternalServerError', status: 500 });
    await expect(problemsOf(scene)).rejects.toMatchObject({ retryable: true });
    expect(await problemsOf(scene)).toEqual([]);
  });

  it.each(['ssm:SendCommand', 'ssm:ListCommands', 'ssm:ListCommandInvocations'])(
    '%s denied in the middle: not tried again, with what to do',
    async action => {
      const scene = openSsm(1);
      const planned = await scene.runner.start(ssmSettings, awsJob);
      scene.aws.faults.push({ action, times: 9, kind: 'refuse', code: 'AccessDeniedException', status: 400 });
      const ended = scene
        .settle(ssmSettings, planned)
        .then(seen => scene.runner.observe(ssmSettings, awsJob, seen.state));
      await expect(ended).rejects.toMatchObject({
        code: 'aws-denied',
        retryable: false,
        publicMessage: `AWS does not allow \`${action}\` in eu-central-1. Give the role this action on this resource, and check permission boundaries and service control policies.`,
      });
    },
  );

  it('an answer that is no JSON is a problem of AWS, not of the configuration', async () => {
    const scene = openSsm(1);
    scene.aws.faults.push({ action: 'ssm:DescribeDocument', times: 9, kind: 'garbage' });
    await expect(problemsOf(scene)).rejects.toMatchObject({ code: 'aws-unavailable', retryable: true });
  });
});
