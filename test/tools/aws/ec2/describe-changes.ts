import { describe, expect, it } from 'vitest';
import { type AwsHandler, AwsRefusal, type FakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';
import { actor, changes, ec2Account, sessionPolicyOf } from './ec2-account.ts';

/** A change of AWS by one tool. */
export type Change = {
  readonly tool: string;
  readonly input: object;
  /** What is there before, by action. */
  readonly reads: Readonly<Record<string, AwsHandler>>;
  /** The action of the change, and what AWS answers. */
  readonly action: string;
  readonly answer?: object;
  /** What of the request matters, as it goes over the wire. */
  readonly request: Readonly<Record<string, string>>;
  /** Actions and resources of the session, without the partition, region and account: `instance/i-…`. */
  readonly policy: readonly (readonly [string, ...(readonly string[])])[];
  readonly summary: RegExp;
  /** What is there in the meantime: the approval does not hold for it. */
  readonly moved?: Readonly<Record<string, AwsHandler>>;
};

const approved = { approvedBy: 'hubot', settings: { actor } };

/** Every tool of the table waits, acts as planned and nothing more, and tells what stands in its way. */
export function describeChanges(table: readonly Change[]): void {
  describe.each(table.map(change => [change.tool, change] as const))('%s', (tool, change) => {
    const { input, action } = change;
    const region = 'eu-west-1';
    const account = (reads = change.reads): FakeAws =>
      ec2Account({ ...reads, [action]: () => change.answer ?? { return: 'true' } });

    it('waits for an approval, changes nothing before it, and is checked by AWS', async () => {
      const aws = account();
      const result = await callAwsTool(aws, tool, { ...input, region });
      expect(result).toMatchObject({
        kind: 'needs-approval',
        plan: { checkedBy: 'service', summary: expect.stringMatching(change.summary) },
      });
      expect(changes(aws)).toEqual([]);
    });

    it('acts in the named region in a session of the approver that allows this and nothing else', async () => {
      const aws = account();
      const result = await callAwsTool(aws, tool, { ...input, region }, approved);
      expect(result).toMatchObject({ kind: 'ok', value: { region } });
      const done = changes(aws).filter(call => call.action === action);
      expect(done).toMatchObject([{ region, accessKeyId: 'assumed', input: change.request }]);
      const statements = sessionPolicyOf(aws).map(({ Action, Resource }) => [
        ...(Action as string[]),
        ...(Resource as string[]).map(arn => arn.replace(/^arn:aws:ec2:eu-west-1:(111122223333)?:/, '')),
      ]);
      expect(statements).toEqual(change.policy);
    });

    it('says that it is denied, and is planned without the service where a reader may not ask', async () => {
      const aws = account();
      aws.faults.push({ action, times: 99, kind: 'refuse', code: 'UnauthorizedOperation', status: 403 });
      expect(await callAwsTool(aws, tool, { ...input, region })).toMatchObject({
        kind: 'needs-approval',
        plan: { checkedBy: 'pre-check' },
      });
      expect(await callAwsTool(aws, tool, { ...input, region }, approved)).toMatchObject({
        kind: 'refused',
        code: 'aws-denied',
      });
    });
  });

  const moving = table.flatMap(change =>
    change.moved === undefined ? [] : [{ ...change, moved: change.moved }],
  );
  it.each(moving)('$tool does nothing where things are no longer as they were approved', async change => {
    const seen = new Set<string>();
    const changing = Object.entries(change.reads).map(([read, before]): [string, AwsHandler] => [
      read,
      call => {
        const isFirst = !seen.has(read);
        seen.add(read);
        return isFirst ? before(call) : (change.moved[read] ?? before)(call);
      },
    ]);
    const aws = ec2Account({ ...Object.fromEntries(changing), [change.action]: () => ({}) });
    const result = await callAwsTool(aws, change.tool, change.input, approved);
    expect(result.kind === 'refused' && result.code).toMatch(
      /^(changed-since-approval|not-possible|termination-protected|aws-not-found)$/,
    );
    expect(changes(aws)).toEqual([]);
  });
}

/** A refusal that a read answers with. */
export function refusing(code: string): AwsHandler {
  return () => {
    throw new AwsRefusal(code);
  };
}
