import { Buffer } from 'node:buffer';
import { z } from 'zod';

/** Names of buckets: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export const bucket = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'a bucket’s name: 3 to 63 of a-z, 0-9, dots and hyphens')
  .regex(/^(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)/, 'a bucket’s name: no address, and no two dots together')
  .describe('Name of the bucket.');

/** Name of an object: 1 to 1,024 bytes, whatever they are. */
export const key = z
  .string()
  .min(1)
  .refine(given => Buffer.byteLength(given) <= 1024, 'must have at most 1,024 bytes')
  .describe('Key of the object, for example `reports/2026.csv`.');

export const versionId = z
  .string()
  .min(1)
  .max(1024)
  .nullish()
  .describe('Version of the object. Default: the current one.');

export const contentType = z
  .string()
  .regex(/^[\w.+-]+\/[\w.+-]+(; ?[\w-]+=[\w.-]+)?$/, 'a media type such as text/csv')
  .nullish()
  .describe('Media type that readers are told, for example `text/csv`.');
