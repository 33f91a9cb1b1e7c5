import { liveRegion, liveServices } from '../live-aws.ts';

/** A state that was made: the resource that the control speaks of, and the moment it is looked at. */
export type MadeState = {
  readonly resource: string;
  /** The moment of the audit where time makes the difference; otherwise now. */
  readonly at?: Date;
};

/** How a control is put into both states through AWS's API. */
export type ControlState = {
  /** Of the control. */
  readonly id: string;
  /** Makes what the control is about, as it must not be. */
  readonly bad: () => Promise<MadeState>;
  /** Puts the same right. */
  readonly good: (made: MadeState) => Promise<MadeState>;
};

/** What answers lacks something that AWS always has. */
export class MissingState extends Error {}

/** The services in the suite's region. */
export const services = liveServices();

export { liveRegion };

const dayMs = 86_400_000;

/** A moment so many days from now. */
export function inDays(days: number): Date {
  return new Date(Date.now() + days * dayMs);
}

/** A new bucket in the suite's region. */
export async function makeBucket(name: string): Promise<string> {
  const { sdk, client } = await services.s3();
  await client.send(
    new sdk.CreateBucketCommand({
      Bucket: name,
      ...(liveRegion !== 'us-east-1' && {
        CreateBucketConfiguration: { LocationConstraint: liveRegion as never },
      }),
    }),
  );
  return name;
}

/** The account's number. */
export async function accountId(): Promise<string> {
  const { sdk, client } = await services.sts();
  const { Account = '' } = await client.send(new sdk.GetCallerIdentityCommand({}));
  return Account;
}
