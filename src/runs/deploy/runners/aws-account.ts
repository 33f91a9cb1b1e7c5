/** Partition and account of a role, for the ARNs of things beside it; `*` for both without one, when no session policy is made either. */
export function accountOf(roleArn: string | undefined): {
  readonly partition: string;
  readonly account: string;
} {
  const [, partition = '*', , , account = '*'] = roleArn?.split(':') ?? [];
  return { partition, account };
}
