import { z } from 'zod';
import type { GetAccountAuthorizationDetailsResponse } from '../../../clients/aws/sdk/iam.ts';
import { catalogue } from '../../../detectors/iam/catalogue/catalogue.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { decideAccess } from '../policy-documents/decide.ts';
import { identitiesOf } from './account-identities.ts';

/** Pages of a hundred entries that are read of an account. */
const maxPages = 100;

export const whoCan = readTool({
  name: 'iam_who_can',
  description:
    'Says which IAM users and roles their policies let do an action, over groups, boundaries, NotAction, NotResource and wildcards; what depends on conditions is told as conditional. Service control, resource and session policies are not included.',
  permissions: { iam: ['iam:GetAccountAuthorizationDetails'] },
  parameters: z.object({
    region,
    action: z
      .string()
      .regex(/^[a-z0-9-]+:[A-Za-z0-9]+$/, 'one action such as s3:DeleteBucket')
      .describe('The action, for example `s3:DeleteBucket`; no wildcards.'),
    resource: z
      .string()
      .regex(/^arn:[^*?\s]+$/, 'the ARN of one resource')
      .max(2048)
      .nullish()
      .describe(
        'ARN of the resource. Default: any; who may do it to some resources only is then conditional.',
      ),
    limit,
  }),
  example: { action: 's3:DeleteBucket', resource: 'arn:aws:s3:::reports-2026' },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    const pages: GetAccountAuthorizationDetailsResponse[] = [];
    let isCut = false;
    const all = sdk.paginateGetAccountAuthorizationDetails(
      { client, pageSize: 100 },
      {},
      { abortSignal: signal },
    );
    for await (const page of all) {
      pages.push(page);
      isCut = pages.length === maxPages && page.IsTruncated === true;
      if (isCut) break;
    }
    const identities = identitiesOf(pages);
    const decided = identities.map(({ type, name, arn, held, boundary }) => {
      const userName = type === 'user' ? name : undefined;
      const question = { action: input.action, resource: input.resource ?? undefined, userName };
      return { type, name, arn, decision: decideAccess(held, boundary, question) };
    });
    const most = input.limit ?? defaultLimit;
    const can = decided.filter(({ decision }) =>
      ['allowed', 'conditional', 'unknown'].includes(decision.kind),
    );
    const cuts = [
      ...(isCut
        ? [`only the first ${maxPages} pages of the account were read, so that more may be able to`]
        : []),
      ...(can.length > most ? [`only the first ${most} of ${can.length} are given`] : []),
    ];
    const isKnown = catalogue.actions(input.action).length > 0;
    const value = {
      action: input.action,
      ...(!isKnown && { unknownAction: 'AWS documents no action of this name; check its spelling.' }),
      resource: input.resource ?? 'any',
      looked: { users: count('user'), roles: count('role') },
      can: can.slice(0, most).map(({ type, name, arn, decision }) => ({
        type,
        name,
        arn,
        decision: decision.kind,
        by: decision.by,
      })),
      denied: decided.filter(({ decision }) => decision.kind === 'denied').length,
      notIncluded: [
        'the root user, who always can',
        'service control and resource control policies',
        'policies of the resource itself and of other accounts',
        'session policies',
      ],
    };
    return { kind: 'ok', value, ...(cuts.length > 0 && { cut: cuts.join('; ') }) };

    function count(type: 'user' | 'role'): number {
      return identities.filter(identity => identity.type === type).length;
    }
  },
});
