import { CreateTrailCommand, DeleteTrailCommand, StartLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { CreateDocumentCommand } from '@aws-sdk/client-ssm';
import { describe, expect, it } from 'vitest';
import {
  callLive,
  liveEndpoint,
  liveRegion,
  liveServices,
  liveTitle,
  skipUnsupported,
  uniqueName,
} from './live-aws.ts';

describe.skipIf(liveEndpoint === undefined)(`Logs live${liveTitle}`, () => {
  it('reads lines and keeps them as long as approved', async () => {
    const { sdk, client } = await liveServices().cloudWatchLogs();
    const group = uniqueName('/devops/test');
    await client.send(new sdk.CreateLogGroupCommand({ logGroupName: group }));
    await client.send(new sdk.CreateLogStreamCommand({ logGroupName: group, logStreamName: 's' }));
    const logEvents = [{ timestamp: Date.now() - 60_000, message: 'ERROR: out of stock' }];
    await client.send(new sdk.PutLogEventsCommand({ logGroupName: group, logStreamName: 's', logEvents }));
    const listed = await callLive('logs_list_groups', { prefix: group });
    expect(listed).toMatchObject({ value: { groups: [{ name: group, retentionDays: null }] } });
    expect(await callLive('logs_filter_events', { group, pattern: 'ERROR' })).toMatchObject({
      value: { events: [{ line: 'ERROR: out of stock' }] },
    });
    expect(await callLive('logs_filter_events', { group: '/devops/none' })).toMatchObject({
      kind: 'refused',
      code: 'aws-not-found',
    });
    const retention = { group, days: 30 };
    expect((await callLive('logs_set_retention', retention)).kind).toBe('needs-approval');
    expect(await callLive('logs_set_retention', retention, { approve: true })).toMatchObject({ kind: 'ok' });
    expect(await callLive('logs_list_groups', { prefix: group })).toMatchObject({
      value: { groups: [{ retentionDays: 30 }] },
    });
  });
});

describe.skipIf(liveEndpoint === undefined)(`Insights live${liveTitle}`, () => {
  it('asks a group, and says which one does not exist', async context => {
    const { sdk, client } = await liveServices().cloudWatchLogs();
    const group = uniqueName('/devops/insights');
    await client.send(new sdk.CreateLogGroupCommand({ logGroupName: group }));
    const query = 'fields @message';
    const asked = await callLive('logs_query', { groups: [group], query });
    skipUnsupported(asked, context);
    expect(asked).toMatchObject({ kind: 'ok', value: { rows: [] } });
    expect(await callLive('logs_query', { groups: ['/devops/none'], query })).toMatchObject({
      kind: 'refused',
      code: 'aws-not-found',
    });
  });
});

describe.skipIf(liveEndpoint === undefined)(`CloudTrail, Systems Manager and costs live${liveTitle}`, () => {
  it.for([
    ['cloudtrail_lookup_events', {}, 'events'],
    ['ssm_list_instances', {}, 'instances'],
    ['cost_by_service', {}, 'services'],
    ['cost_by_tag', { tag: 'team' }, 'values'],
    ['cost_over_time', {}, 'costs'],
    ['cost_explain_rise', {}, 'explanation'],
  ] as const)('%s answers where there is nothing', async ([name, input, key], context) => {
    const result = await callLive(name, input);
    skipUnsupported(result, context);
    expect(result).toMatchObject({ kind: 'ok', value: { [key]: expect.anything() } });
  });

  it('shows a trail that is logging, and one that is not', async () => {
    const { sdk: s3, client: bucketClient } = await liveServices().s3();
    const bucket = uniqueName('trail');
    await bucketClient.send(
      new s3.CreateBucketCommand({
        Bucket: bucket,
        ...(liveRegion !== 'us-east-1' && {
          CreateBucketConfiguration: { LocationConstraint: liveRegion as 'eu-west-1' },
        }),
      }),
    );
    const { client } = await liveServices().cloudTrail();
    const Name = uniqueName('devops');
    await client.send(new CreateTrailCommand({ Name, S3BucketName: bucket }));
    // Other suites have trails of their own in the account.
    const answer = (isLogging: boolean) => ({
      kind: 'ok',
      value: { trails: expect.arrayContaining([expect.objectContaining({ name: Name, isLogging })]) },
    });
    expect(await callLive('cloudtrail_list_trails', {})).toMatchObject(answer(false));
    await client.send(new StartLoggingCommand({ Name }));
    expect(await callLive('cloudtrail_list_trails', {})).toMatchObject(answer(true));
    await client.send(new DeleteTrailCommand({ Name }));
  });

  it('takes a document whose steps are fixed, and refuses one that runs whatever it is given', async context => {
    const { client } = await liveServices().ssm();
    const document = async (parameters: object) => {
      const Name = uniqueName('devops');
      const step = { action: 'aws:runShellScript', name: 'run', inputs: { runCommand: ['uptime'] } };
      const Content = JSON.stringify({
        schemaVersion: '2.2',
        description: 'x',
        parameters,
        mainSteps: [step],
      });
      await client.send(
        new CreateDocumentCommand({ Name, Content, DocumentType: 'Command', DocumentFormat: 'JSON' }),
      );
      return Name;
    };
    const [fixed, open] = [
      await document({ service: { type: 'String', allowedPattern: '^[a-z]+$' } }),
      await document({ commands: { type: 'StringList' } }),
    ];
    expect(await callLive('ssm_describe_document', { document: fixed })).toMatchObject({
      value: { canBeRun: true },
    });
    expect(await callLive('ssm_describe_document', { document: open })).toMatchObject({
      value: { canBeRun: false },
    });
    expect(await callLive('ssm_describe_document', { document: 'devops-none' })).toMatchObject({
      kind: 'refused',
      code: 'aws-not-found',
    });
    const run = { version: '1', instanceIds: ['i-0123456789abcdef0'] };
    expect(await callLive('ssm_run_command', { ...run, document: open })).toMatchObject({
      kind: 'refused',
      code: 'ssm-document-runs-scripts',
    });
    const asked = await callLive('ssm_run_command', { ...run, document: fixed });
    skipUnsupported(asked, context);
    expect(asked).toMatchObject({ kind: 'refused', code: 'ssm-instances-offline' });
  });

  it('says of a command that does not exist that it does not', async context => {
    const unknown = { commandId: '00000000-0000-0000-0000-000000000000' };
    const result = await callLive('ssm_command_status', unknown);
    skipUnsupported(result, context);
    const isEmpty = result.kind === 'ok' && JSON.stringify(result.value).includes('"invocations":[]');
    expect(isEmpty || (result.kind === 'refused' && result.code === 'aws-not-found')).toBe(true);
  });
});

describe.skipIf(liveEndpoint === undefined)(`ECS live${liveTitle}`, () => {
  it('shows a service and scales it after an approval', async () => {
    const { sdk, client } = await liveServices().ecs();
    const cluster = uniqueName('devops');
    await client.send(new sdk.CreateClusterCommand({ clusterName: cluster }));
    await client.send(
      new sdk.RegisterTaskDefinitionCommand({
        family: cluster,
        containerDefinitions: [{ name: 'app', image: 'nginx', memory: 64 }],
      }),
    );
    await client.send(
      new sdk.CreateServiceCommand({ cluster, serviceName: 'web', taskDefinition: cluster, desiredCount: 2 }),
    );
    const clusters = await callLive('ecs_list_clusters', {});
    expect(JSON.stringify(clusters)).toContain(cluster);
    expect(await callLive('ecs_list_services', { cluster })).toMatchObject({
      value: { services: [{ name: 'web', desired: 2 }] },
    });
    expect((await callLive('ecs_list_tasks', { cluster })).kind).toBe('ok');
    const scale = { cluster, service: 'web', desired: 3 };
    expect((await callLive('ecs_scale_service', scale)).kind).toBe('needs-approval');
    expect(await callLive('ecs_scale_service', scale, { approve: true })).toMatchObject({ kind: 'ok' });
    const after = await callLive('ecs_describe_service', { cluster, service: 'web' });
    expect(after).toMatchObject({ value: { region: liveRegion, desired: 3 } });
    const restart = { cluster, service: 'web' };
    expect(await callLive('ecs_force_new_deployment', restart, { approve: true })).toMatchObject({
      kind: 'ok',
    });
  });
});

describe.skipIf(liveEndpoint === undefined)(`RDS live${liveTitle}`, () => {
  it('stops, starts and restarts a database after an approval', async () => {
    const { sdk, client } = await liveServices().rds();
    const database = uniqueName('devops');
    await client.send(
      new sdk.CreateDBInstanceCommand({
        DBInstanceIdentifier: database,
        DBInstanceClass: 'db.t3.micro',
        Engine: 'postgres',
        AllocatedStorage: 20,
        MasterUsername: 'mona',
        MasterUserPassword: uniqueName('word'),
      }),
    );
    expect(JSON.stringify(await callLive('rds_list_instances', {}))).toContain(database);
    expect((await callLive('rds_list_clusters', {})).kind).toBe('ok');
    for (const tool of ['rds_reboot_instance', 'rds_stop_instance', 'rds_start_instance']) {
      expect((await callLive(tool, { database })).kind).toBe('needs-approval');
      expect(await callLive(tool, { database }, { approve: true })).toMatchObject({ kind: 'ok' });
    }
    expect(await callLive('rds_start_instance', { database })).toMatchObject({ code: 'wrong-state' });
  });
});

describe.skipIf(liveEndpoint === undefined)(`Lambda live${liveTitle}`, () => {
  it('shows a function without its secrets and limits it after an approval', async () => {
    const { sdk: iam, client: iamClient } = await liveServices().iam();
    const name = uniqueName('devops');
    const trust = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    };
    const { Role } = await iamClient.send(
      new iam.CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: JSON.stringify(trust) }),
    );
    const { sdk, client } = await liveServices().lambda();
    await client.send(
      new sdk.CreateFunctionCommand({
        FunctionName: name,
        Role: Role?.Arn,
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Code: { ZipFile: new Uint8Array([80, 75, 5, 6, ...Array.from({ length: 18 }, () => 0)]) },
        Environment: { Variables: { PASSWORD: 'hunter2' } },
      }),
    );
    expect(JSON.stringify(await callLive('lambda_list_functions', {}))).toContain(name);
    const described = await callLive('lambda_describe_function', { function: name });
    expect(described).toMatchObject({ value: { environmentNames: ['PASSWORD'], reservedConcurrency: null } });
    expect(JSON.stringify(described)).not.toContain('hunter2');
    const limit = { function: name, reserved: 5 };
    expect((await callLive('lambda_set_reserved_concurrency', limit)).kind).toBe('needs-approval');
    expect(await callLive('lambda_set_reserved_concurrency', limit, { approve: true })).toMatchObject({
      kind: 'ok',
    });
    expect(await callLive('lambda_describe_function', { function: name })).toMatchObject({
      value: { reservedConcurrency: 5 },
    });
  });
});
