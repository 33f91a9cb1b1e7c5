import type { AwsHandler } from './fake-aws.ts';

/** Gives every assumed role a key of its own. */
export function createFakeSts(expiresAt: () => Date): Readonly<Record<string, AwsHandler>> {
  let sessions = 0;
  return {
    'sts:AssumeRole': () => ({
      Credentials: {
        AccessKeyId: `SESSION${++sessions}`,
        SecretAccessKey: 'secret',
        SessionToken: 'token',
        Expiration: expiresAt().toISOString(),
      },
    }),
  };
}
