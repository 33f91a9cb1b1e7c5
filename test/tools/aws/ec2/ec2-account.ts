import { type AwsHandler, AwsRefusal, createFakeAws, type FakeAws } from '../../../fakes/aws/fake-aws.ts';

/** The stand-in's account number. */
export const account = '111122223333';

/**
 * An account that answers like EC2: a dry run of any action is answered as one that would have succeeded, and the
 * actor role can be assumed.
 */
export function ec2Account(handlers: Readonly<Record<string, AwsHandler>>): FakeAws {
  const withDryRun = Object.entries(handlers).map(([action, handler]): [string, AwsHandler] => [
    action,
    call => {
      if (call.input.DryRun === 'true') {
        throw new AwsRefusal('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
      }
      return handler(call);
    },
  ]);
  return createFakeAws({
    'sts:AssumeRole': () => ({
      Credentials: {
        AccessKeyId: 'assumed',
        SecretAccessKey: 's',
        SessionToken: 't',
        Expiration: '2026-11-21T10:15:00Z',
      },
    }),
    'sts:GetCallerIdentity': () => ({ Account: account }),
    ...Object.fromEntries(withDryRun),
  });
}

/** Calls that changed something: neither reads nor dry runs. */
export function changes(aws: FakeAws): FakeAws['calls'] {
  return aws.calls.filter(({ action, input }) => /^ec2:(?!Describe)/.test(action) && input.DryRun !== 'true');
}

/** The session policy that the actor's role was assumed with. */
export function sessionPolicyOf(aws: FakeAws): readonly Readonly<Record<string, unknown>>[] {
  const assumed = aws.calls.find(({ action }) => action === 'sts:AssumeRole');
  return JSON.parse(assumed?.input.Policy ?? '{"Statement":[]}').Statement;
}

/** The role that changes are made with in these tests. */
export const actor = { arn: `arn:aws:iam::${account}:role/actor`, externalId: undefined };
