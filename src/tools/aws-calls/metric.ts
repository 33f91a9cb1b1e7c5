import { z } from 'zod';

/** Dimensions by name, for example `{ "InstanceId": "i-0123456789abcdef0" }`. At most 30, as CloudWatch has it. */
export const dimensions = z
  .record(z.string().min(1).max(255), z.string().min(1).max(1024))
  .refine(given => Object.keys(given).length <= 30, 'at most 30 dimensions');

/** `AWS/EC2`, `CWAgent`, or one of your own. */
export const namespace = z.string().regex(/^[A-Za-z0-9.\-_/#:]{1,255}$/, 'a namespace such as AWS/EC2');

/** `Average`, …, or a percentile such as `p99`. */
export const statistic = z.string().regex(/^(Average|Sum|Minimum|Maximum|SampleCount|p\d{1,2}(\.\d{1,2})?)$/);

/** Dimensions in CloudWatch's own shape. */
export function dimensionList(
  given: Readonly<Record<string, string>>,
): { readonly Name: string; readonly Value: string }[] {
  return Object.entries(given).map(([Name, Value]) => ({ Name, Value }));
}

/** Dimensions as a record; names and values are untrusted texts. */
export function dimensionRecord(
  given: readonly { readonly Name?: string | undefined; readonly Value?: string | undefined }[] = [],
): Readonly<Record<string, string>> {
  return Object.fromEntries(given.map(({ Name, Value }) => [Name ?? '', Value ?? '']));
}
