/** What one purpose may do: goes into the session policy as it is. */
export type AwsPermission = {
  /** For example `ssm:SendCommand`; never with a wildcard. */
  readonly actions: readonly `${string}:${string}`[];
  /** ARNs; `*` only for actions that AWS knows no resource for. */
  readonly resources: readonly string[];
  /** Condition operator → key → values. */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
};

/** AWS takes at most this many characters of an inline session policy (`AssumeRole`, API reference). */
export const maxSessionPolicyLength = 2_048;

/** The policy as JSON, however long. */
export function policyText(permissions: readonly AwsPermission[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: permissions.map(({ actions, resources, condition }) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: resources,
      ...(condition === undefined ? {} : { Condition: condition }),
    })),
  });
}

/**
 * The policy that bounds a session beneath its role: what it does not name is denied, whatever the role allows.
 *
 * @throws RangeError when it is longer than AWS takes; permissions are ours, so that is our mistake.
 */
export function sessionPolicy(permissions: readonly AwsPermission[]): string {
  const policy = policyText(permissions);
  if (policy.length > maxSessionPolicyLength)
    throw new RangeError(
      `a session policy of ${policy.length} characters; AWS takes ${maxSessionPolicyLength}`,
    );
  return policy;
}
