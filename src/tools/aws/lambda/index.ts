import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { describeFunction } from './describe-function.ts';
import { listFunctions } from './list-functions.ts';
import { setReservedConcurrency } from './set-reserved-concurrency.ts';

/** AWS Lambda. */
export const lambdaTools: readonly AwsTool[] = [listFunctions, describeFunction, setReservedConcurrency];
