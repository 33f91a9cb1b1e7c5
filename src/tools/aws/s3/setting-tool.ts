import { z } from 'zod';
import type { ToolRisk, ToolUndo } from '../../../contracts/tool.ts';
import { type AwsClients, type AwsTool, changingTool, readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import type { SettingReader } from './bucket-settings.ts';
import { bucketTarget, s3Arn } from './bucket-target.ts';
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
      const setting = await tool.read(aws, input.bucket, signal);
      return { kind: 'ok', value: { bucket: input.bucket, setting } };
    },
  });
}

/** A tool that replaces one setting of a bucket; the plan shows the one that is there. */
export function settingChange<Value extends z.ZodType, Setting>(tool: {
  readonly name: string;
  readonly description: string;
  readonly risk: Exclude<ToolRisk, 'read'>;
  readonly undo: ToolUndo;
  readonly reads: `s3:${string}`;
  readonly writes: `s3:${string}`;
  readonly setting: Value;
  readonly example: z.input<Value>;
  readonly read: SettingReader<Setting>;
  /** What the change does to the bucket, without its name: `Turns versioning on`. */
  readonly summary: (setting: z.output<Value>, before: Setting) => string;
  /** Why this is not done here, if so. */
  readonly objection?: (setting: z.output<Value>, before: Setting, bucket: string) => string | undefined;
  /** The same for what has to be looked up. */
  readonly check?: (
    aws: AwsClients,
    change: { readonly bucket: string; readonly setting: z.output<Value> },
    signal: AbortSignal,
  ) => Promise<string | undefined>;
  /** Actions of `check`. */
  readonly alsoReads?: readonly `s3:${string}`[];
  readonly write: (
    aws: AwsClients,
    change: { readonly bucket: string; readonly setting: z.output<Value> },
    signal: AbortSignal,
  ) => Promise<unknown>;
}): AwsTool {
  const { name, writes, setting, read } = tool;
  // Parsed once more because the types of a generic object's properties cannot be told.
  const given = z.object({ bucket, setting });
  const of = (input: unknown) =>
    given.parse(input) as { readonly bucket: string; readonly setting: z.output<Value> };
  return changingTool<z.ZodObject>({
    name,
    description: tool.description,
    risk: tool.risk,
    permissions: { iam: [tool.reads, writes, 's3:GetBucketTagging', ...(tool.alsoReads ?? [])] },
    undo: tool.undo,
    idempotent: true,
    parameters: z.object({ region, bucket, setting }),
    example: { region: 'eu-central-1', bucket: 'reports-2026', setting: tool.example },
    async plan(input, { signal }, aws) {
      const wanted = of(input);
      const before = await read(aws, wanted.bucket, signal);
      const objection =
        tool.objection?.(wanted.setting, before, wanted.bucket) ?? (await tool.check?.(aws, wanted, signal));
      if (objection !== undefined)
        return { kind: 'refused', code: 'no-tool-for-that', message: `${name}: ${objection}` };
      return {
        kind: 'plan',
        summary: `${tool.summary(wanted.setting, before)} for the bucket ${wanted.bucket} in ${aws.region}.`,
        checkedBy: 'pre-check',
        before,
        targets: [await bucketTarget(aws, wanted.bucket, signal)],
        grants: [{ actions: [writes], resources: [s3Arn(aws, wanted.bucket)] }],
      };
    },
    async act(input, { signal }, aws) {
      const wanted = of(input);
      await tool.write(aws, wanted, signal);
      return { kind: 'ok', value: wanted };
    },
    verify: (input, { signal }, aws) => read(aws, of(input).bucket, signal),
  });
}
