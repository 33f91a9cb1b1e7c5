import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { documentName } from './document-name.ts';
import { unsuitableDocument } from './script-document.ts';

export const describeDocument = readTool({
  name: 'ssm_describe_document',
  description:
    'Describes a document of Systems Manager: versions, parameters, and whether ssm_run_command takes it.',
  permissions: { iam: ['ssm:DescribeDocument'] },
  parameters: z.object({ region, document: documentName }),
  example: { region: 'eu-central-1', document: 'restart-web' },
  async handle({ document: name }, { signal }, aws) {
    const { sdk, client } = await aws.ssm();
    const { Document: document = {} } = await client.send(new sdk.DescribeDocumentCommand({ Name: name }), {
      abortSignal: signal,
    });
    const refusal = unsuitableDocument('ssm_run_command', document);
    const value = {
      region: aws.region,
      name: document.Name,
      type: document.DocumentType,
      owner: document.Owner,
      description: document.Description,
      platforms: document.PlatformTypes,
      defaultVersion: document.DefaultVersion,
      latestVersion: document.LatestVersion,
      parameters: (document.Parameters ?? []).map(parameter => ({
        name: parameter.Name,
        type: parameter.Type,
        description: parameter.Description,
        default: parameter.DefaultValue,
      })),
      canBeRun: refusal === undefined,
      whyNot: refusal?.message,
    };
    return { kind: 'ok', value };
  },
});
