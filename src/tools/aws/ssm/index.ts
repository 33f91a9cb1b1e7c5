import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { commandStatus } from './command-status.ts';
import { describeDocument } from './describe-document.ts';
import { listManagedInstances } from './list-instances.ts';
import { runCommand } from './run-command.ts';

/** AWS Systems Manager: documents whose steps are fixed, run on instances. */
export const ssmTools: readonly AwsTool[] = [
  listManagedInstances,
  describeDocument,
  runCommand,
  commandStatus,
];
