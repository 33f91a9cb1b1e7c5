import type { Control } from '../../../controls/control.ts';
import type { AccountReads, RegionReads } from '../../../controls/snapshot.ts';
import { cloudTrailReaders } from './cloudtrail.ts';
import { ec2Readers } from './ec2.ts';
import { iamReaders } from './iam.ts';
import { keys } from './kms.ts';
import { logAlarms } from './log-alarms.ts';
import type { Reader } from './reader.ts';
import { s3Readers } from './s3.ts';
import { serviceReaders } from './services.ts';

const {
  'security-contact': securityContact,
  analyzers,
  'database-instances': databaseInstances,
  'file-systems': fileSystems,
  recorders,
  'security-hub': securityHub,
} = serviceReaders;

/** How each of the account's reads is made. */
export const accountReaders: { readonly [Name in keyof AccountReads]: Reader<AccountReads[Name]> } = {
  ...iamReaders,
  ...s3Readers,
  'security-contact': securityContact,
};

/** How each of a region's reads is made. */
export const regionReaders: { readonly [Name in keyof RegionReads]: Reader<RegionReads[Name]> } = {
  ...ec2Readers,
  ...cloudTrailReaders,
  'log-alarms': logAlarms,
  keys,
  analyzers,
  'database-instances': databaseInstances,
  'file-systems': fileSystems,
  recorders,
  'security-hub': securityHub,
};

/** The IAM actions that reading for a control takes, sorted. */
export function permissionsOf({ accountReads, regionReads }: Control): readonly string[] {
  const readers = [
    ...accountReads.map(name => accountReaders[name]),
    ...regionReads.map(name => regionReaders[name]),
  ];
  return [...new Set(readers.flatMap(({ permissions }) => permissions))].toSorted();
}
