import type { AccountReads, RegionReads } from '../../../controls/snapshot.ts';
import { isAbsent, type Reader } from './reader.ts';

const securityContact: Reader<AccountReads['security-contact']> = {
  permissions: ['account:GetAlternateContact'],
  read: source =>
    source.ask('account', async () => {
      const { sdk, client } = await source.services.account();
      try {
        const command = new sdk.GetAlternateContactCommand({ AlternateContactType: 'SECURITY' });
        const { AlternateContact } = await client.send(command);
        return AlternateContact !== undefined;
      } catch (error) {
        if (isAbsent(error, 'ResourceNotFoundException')) return false;
        throw error;
      }
    }),
};

const analyzers: Reader<RegionReads['analyzers']> = {
  permissions: ['access-analyzer:ListAnalyzers'],
  read: source =>
    source.ask('accessAnalyzer', async () => {
      const { sdk, client } = await source.services.accessAnalyzer();
      const found: RegionReads['analyzers'][number][] = [];
      for await (const page of sdk.paginateListAnalyzers({ client }, {}))
        for (const { name = '', status } of page.analyzers ?? [])
          found.push({ name, isActive: status === 'ACTIVE' });
      return found;
    }),
};

const databaseInstances: Reader<RegionReads['database-instances']> = {
  permissions: ['rds:DescribeDBInstances'],
  read: source =>
    source.ask('rds', async () => {
      const { sdk, client } = await source.services.rds();
      const found: RegionReads['database-instances'][number][] = [];
      for await (const { DBInstances = [] } of sdk.paginateDescribeDBInstances(
        { client, pageSize: 100 },
        {},
      )) {
        for (const instance of DBInstances) {
          found.push({
            name: instance.DBInstanceIdentifier ?? instance.DBInstanceArn ?? '',
            isEncrypted: instance.StorageEncrypted === true,
            hasMinorUpgrades: instance.AutoMinorVersionUpgrade === true,
            isPublic: instance.PubliclyAccessible === true,
            isMultiZone: instance.MultiAZ === true,
          });
        }
      }
      return found;
    }),
};

const fileSystems: Reader<RegionReads['file-systems']> = {
  permissions: ['elasticfilesystem:DescribeFileSystems'],
  read: source =>
    source.ask('efs', async () => {
      const { sdk, client } = await source.services.efs();
      const found: RegionReads['file-systems'][number][] = [];
      for await (const { FileSystems = [] } of sdk.paginateDescribeFileSystems({ client }, {}))
        for (const { FileSystemId = '', Encrypted } of FileSystems)
          found.push({ id: FileSystemId, isEncrypted: Encrypted === true });
      return found;
    }),
};

const recorders: Reader<RegionReads['recorders']> = {
  permissions: ['config:DescribeConfigurationRecorders', 'config:DescribeConfigurationRecorderStatus'],
  read: source =>
    source.ask('config', async () => {
      const { sdk, client } = await source.services.config();
      const [{ ConfigurationRecorders = [] }, { ConfigurationRecordersStatus = [] }] = await Promise.all([
        client.send(new sdk.DescribeConfigurationRecordersCommand({})),
        client.send(new sdk.DescribeConfigurationRecorderStatusCommand({})),
      ]);
      return ConfigurationRecorders.map(({ name = '', recordingGroup }) => {
        const status = ConfigurationRecordersStatus.find(other => other.name === name);
        return {
          name,
          isRecording: status?.recording === true,
          lastStatus: (status?.lastStatus ?? '').toUpperCase(),
          recordsAll: recordingGroup?.allSupported !== false,
        };
      });
    }),
};

const securityHub: Reader<RegionReads['security-hub']> = {
  permissions: ['securityhub:DescribeHub'],
  read: source =>
    source.ask('securityHub', async () => {
      const { sdk, client } = await source.services.securityHub();
      try {
        const { HubArn } = await client.send(new sdk.DescribeHubCommand({}));
        return HubArn !== undefined;
      } catch (error) {
        // "not subscribed to AWS Security Hub": it is not turned on.
        if (isAbsent(error, 'InvalidAccessException', 'ResourceNotFoundException')) return false;
        throw error;
      }
    }),
};

/** What is read of services with one read each. */
export const serviceReaders = {
  'security-contact': securityContact,
  analyzers,
  'database-instances': databaseInstances,
  'file-systems': fileSystems,
  recorders,
  'security-hub': securityHub,
};
