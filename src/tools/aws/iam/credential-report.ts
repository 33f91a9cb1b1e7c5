import { z } from 'zod';
import { type AwsClients, readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { credentialRows } from './credential-report-rows.ts';

/** AWS makes the report within seconds; asked again this often, milliseconds, this many times. */
const askAgainMs = 500;
const tries = 60;

export const credentialReport = readTool({
  name: 'iam_credential_report',
  description:
    'Makes and reads IAM’s credential report: for every user the state and age of password, MFA and access keys. AWS makes it anew every four hours at most.',
  permissions: { iam: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'] },
  parameters: z.object({ region, limit }),
  example: { limit: 100 },
  async handle(input, { signal }, aws) {
    if (!(await isMade(aws, signal))) {
      return {
        kind: 'refused',
        code: 'report-not-ready',
        message: 'iam_credential_report: AWS is still making the report; ask again in a minute.',
      };
    }
    const { sdk, client } = await aws.iam();
    const report = await client.send(new sdk.GetCredentialReportCommand({}), { abortSignal: signal });
    const rows = credentialRows(new TextDecoder().decode(report.Content));
    const most = input.limit ?? defaultLimit;
    return {
      kind: 'ok',
      value: { made: report.GeneratedTime?.toISOString(), users: rows.slice(0, most) },
      ...(rows.length > most && { cut: `only the first ${most} of ${rows.length} users are given` }),
    };
  },
});

async function isMade(aws: AwsClients, signal: AbortSignal): Promise<boolean> {
  const { sdk, client } = await aws.iam();
  for (let attempt = 0; attempt < tries; attempt++) {
    const { State } = await client.send(new sdk.GenerateCredentialReportCommand({}), { abortSignal: signal });
    if (State === 'COMPLETE') return true;
    signal.throwIfAborted();
    await new Promise(resolve => {
      setTimeout(resolve, askAgainMs);
    });
  }
  return false;
}
