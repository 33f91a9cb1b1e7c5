import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { givesTooMuch } from '../policy-documents/judge-policy.ts';
import { holdersOf, managedPolicyOf } from './managed-policy.ts';
import { policyArn } from './parameters.ts';

export const getPolicy = readTool({
  name: 'iam_get_policy',
  description:
    'Reads a managed IAM policy: the document in force, who holds it, and whether it gives all rights or a way to them.',
  permissions: { iam: ['iam:GetPolicy', 'iam:GetPolicyVersion', 'iam:ListEntitiesForPolicy'] },
  parameters: z.object({ region, policy: policyArn, limit }),
  example: { policy: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
  async handle(input, { signal }, aws) {
    const { about, version, document } = await managedPolicyOf(aws, input.policy, signal);
    const { entries, cut } = await holdersOf(aws, input.policy, input.limit ?? defaultLimit, signal);
    const value = {
      name: about?.PolicyName,
      arn: about?.Arn,
      description: about?.Description,
      changed: about?.UpdateDate?.toISOString(),
      version,
      document,
      concerns: givesTooMuch(document),
      holders: entries,
    };
    return { kind: 'ok', value, ...(cut !== undefined && { cut }) };
  },
});
