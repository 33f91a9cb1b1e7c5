import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { bucket } from './parameters.ts';
import { versionPages } from './version-pages.ts';

export const listObjectVersions = readTool({
  name: 's3_list_object_versions',
  description:
    'Lists the versions of an S3 bucket’s objects by prefix, delete markers included, the newest of each key first. Their ids are what s3_get_object and s3_delete_object take as `versionId`.',
  permissions: { iam: ['s3:ListBucketVersions'] },
  parameters: z.object({
    region,
    bucket,
    prefix: z.string().min(1).max(1024).nullish().describe('Only keys that start with this.'),
    limit,
  }),
  example: { region: 'eu-central-1', bucket: 'reports-2026', prefix: 'daily/summary.txt' },
  async handle(input, { signal }, aws) {
    const most = input.limit ?? defaultLimit;
    const pages = versionPages(
      aws,
      { bucket: input.bucket, prefix: input.prefix, pageSize: most + 1 },
      signal,
    );
    const { entries, cut } = await collectPages(pages, most, ({ Versions = [], DeleteMarkers = [] }) =>
      [
        ...Versions.map(version => ({ ...version, deleteMarker: false, bytes: version.Size })),
        ...DeleteMarkers.map(marker => ({ ...marker, deleteMarker: true, bytes: undefined })),
      ].toSorted(byKeyNewestFirst),
    );
    const versions = entries.map(({ Key, VersionId, IsLatest, deleteMarker, bytes, LastModified }) => ({
      key: Key,
      versionId: VersionId,
      current: IsLatest === true,
      deleteMarker,
      bytes,
      changed: LastModified?.toISOString(),
    }));
    return {
      kind: 'ok',
      value: { bucket: input.bucket, versions },
      ...(cut !== undefined && { cut }),
    };
  },
});

type Listed = {
  readonly Key?: string | undefined;
  readonly IsLatest?: boolean | undefined;
  readonly LastModified?: Date | undefined;
};

/** AWS gives versions and markers in two lists, each by key and from new to old. */
function byKeyNewestFirst(a: Listed, b: Listed): number {
  if (a.Key !== b.Key) return (a.Key ?? '') < (b.Key ?? '') ? -1 : 1;
  if (a.IsLatest !== b.IsLatest) return a.IsLatest === true ? -1 : 1;
  return (b.LastModified?.getTime() ?? 0) - (a.LastModified?.getTime() ?? 0);
}
