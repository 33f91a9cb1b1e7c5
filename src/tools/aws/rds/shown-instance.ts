import type { DBInstance } from '../../../clients/aws/sdk/rds.ts';

/** What is told of a database. */
export function shownDatabase(database: DBInstance) {
  return {
    id: database.DBInstanceIdentifier,
    arn: database.DBInstanceArn,
    status: database.DBInstanceStatus,
    engine: database.Engine,
    version: database.EngineVersion,
    class: database.DBInstanceClass,
    storageGb: database.AllocatedStorage,
    isMultiAz: database.MultiAZ,
    isPublic: database.PubliclyAccessible,
    isEncrypted: database.StorageEncrypted,
    isProtected: database.DeletionProtection,
    backupDays: database.BackupRetentionPeriod,
    cluster: database.DBClusterIdentifier,
    replicaOf: database.ReadReplicaSourceDBInstanceIdentifier,
    zone: database.AvailabilityZone,
    tags: tagsOf(database),
  };
}

/** A database's tags as a record; untrusted texts. */
export function tagsOf(database: DBInstance): Readonly<Record<string, string>> {
  return Object.fromEntries((database.TagList ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
}
