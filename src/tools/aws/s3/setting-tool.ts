import { z } from 'zod';
import { type AwsTool, readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import type { SettingReader } from './bucket-settings.ts';
import { bucket } from './parameters.ts';

/** A tool that reads one setting of a bucket. */
export function settingTool(tool: {
  readonly name: string;
  readonly description: string;
  readonly action: `s3:${string}`;
  readonly read: SettingReader<unknown>;
}): AwsTool {
  return readTool({
    name: tool.name,
    description: tool.description,
    permissions: { iam: [tool.action] },
    parameters: z.object({ region, bucket }),
    example: { region: 'eu-central-1', bucket: 'reports-2026' },
    async handle(input, { signal }, aws) {
      return {
        kind: 'ok',
        value: { bucket: input.bucket, setting: await tool.read(aws, input.bucket, signal) },
      };
    },
  });
}
