import { UpdateAccountPasswordPolicyCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/contracts/audit.ts';
import { controls } from '../../src/controls/index.ts';
import { auditAws } from '../../src/runs/audit/audit-aws.ts';
import { liveAccess, liveEndpoint, liveRegion, liveServices, liveTitle, uniqueName } from './live-aws.ts';

/** What a control says of one resource; undefined when it does not speak of it. */
async function verdictOf(id: string, resource: string): Promise<Verdict | undefined> {
  const report = await auditAws({
    access: liveAccess(),
    homeRegion: liveRegion,
    regions: [liveRegion],
    controls: controls.filter(control => control.id === id),
    controlsInAll: controls.length,
    actor: 'mona',
    runId: 'live-audit',
    now: () => new Date(),
  });
  return report.controls[0]?.outcomes.find(outcome => outcome.resource === resource)?.verdict;
}

describe.skipIf(liveEndpoint === undefined)(`an audit of a live account${liveTitle}`, () => {
  it('1.7: tells a weak password policy from a strong one', async () => {
    const { client } = await liveServices().iam();
    await client.send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 8 }));
    expect(await verdictOf('1.7', 'account')).toBe('FAIL');
    await client.send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 14 }));
    expect(await verdictOf('1.7', 'account')).toBe('PASS');
  });

  it('2.1.4: tells an open bucket from a closed one', async () => {
    const { sdk, client } = await liveServices().s3();
    const Bucket = uniqueName('audit');
    await client.send(
      new sdk.CreateBucketCommand({
        Bucket,
        ...(liveRegion !== 'us-east-1' && {
          CreateBucketConfiguration: { LocationConstraint: liveRegion as never },
        }),
      }),
    );
    const block = async (on: boolean): Promise<void> => {
      const settings = {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: on,
        RestrictPublicBuckets: on,
      };
      await client.send(
        new sdk.PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: settings }),
      );
    };
    await block(false);
    expect(await verdictOf('2.1.4', Bucket)).toBe('FAIL');
    await block(true);
    expect(await verdictOf('2.1.4', Bucket)).toBe('PASS');
    await client.send(new sdk.DeleteBucketCommand({ Bucket }));
  });

  it('5.3: tells an open security group from a closed one', async () => {
    const { sdk, client } = await liveServices().ec2();
    const name = uniqueName('audit');
    const { GroupId = '' } = await client.send(
      new sdk.CreateSecurityGroupCommand({ GroupName: name, Description: 'audit' }),
    );
    expect(await verdictOf('5.3', GroupId)).toBe('PASS');
    const IpPermissions = [
      { IpProtocol: 'tcp', FromPort: 20, ToPort: 30, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
    ];
    await client.send(new sdk.AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
    expect(await verdictOf('5.3', GroupId)).toBe('FAIL');
    await client.send(new sdk.DeleteSecurityGroupCommand({ GroupId }));
  });
});
