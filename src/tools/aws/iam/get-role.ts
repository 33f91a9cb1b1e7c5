import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { decodedDocument } from '../policy-documents/policy-document.ts';
import { holdingActions, holdingsOf } from './holdings.ts';
import { roleName } from './parameters.ts';

export const getRole = readTool({
  name: 'iam_get_role',
  description: 'Describes an IAM role: who may assume it, policies, boundary, last use and tags.',
  permissions: { iam: ['iam:GetRole', ...holdingActions.role] },
  parameters: z.object({ region, role: roleName }),
  example: { role: 'deploy' },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.iam();
    const { Role: found } = await client.send(new sdk.GetRoleCommand({ RoleName: input.role }), {
      abortSignal: signal,
    });
    const value = {
      name: found?.RoleName,
      arn: found?.Arn,
      description: found?.Description,
      created: found?.CreateDate?.toISOString(),
      lastUsed: found?.RoleLastUsed?.LastUsedDate?.toISOString(),
      maxSessionSeconds: found?.MaxSessionDuration,
      trust: decodedDocument(found?.AssumeRolePolicyDocument),
      boundary: found?.PermissionsBoundary?.PermissionsBoundaryArn,
      policies: await holdingsOf(aws, { type: 'role', name: input.role }, signal),
      tags: Object.fromEntries((found?.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
    };
    return { kind: 'ok', value };
  },
});
