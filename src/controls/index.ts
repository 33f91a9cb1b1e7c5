import { contactDetails } from './1.1-contact-details.ts';
import { securityContact } from './1.2-security-contact.ts';
import { rootAccessKeys } from './1.3-root-access-keys.ts';
import { rootMfa } from './1.4-root-mfa.ts';
import { rootHardwareMfa } from './1.5-root-hardware-mfa.ts';
import { rootUse } from './1.6-root-use.ts';
import { passwordLength } from './1.7-password-length.ts';
import { passwordReuse } from './1.8-password-reuse.ts';
import { userMfa } from './1.9-user-mfa.ts';
import { setupKeys } from './1.10-setup-keys.ts';
import { idleCredentials } from './1.11-idle-credentials.ts';
import { oneActiveKey } from './1.12-one-active-key.ts';
import { oldAccessKeys } from './1.13-old-access-keys.ts';
import { userPolicies } from './1.14-user-policies.ts';
import { fullAccessPolicies } from './1.15-full-access-policies.ts';
import { supportRole } from './1.16-support-role.ts';
import { instanceProfiles } from './1.17-instance-profiles.ts';
import { expiredCertificates } from './1.18-expired-certificates.ts';
import { accessAnalyzer } from './1.19-access-analyzer.ts';
import { centralUsers } from './1.20-central-users.ts';
import { cloudShellAccess } from './1.21-cloud-shell-access.ts';
import { encryptedTransport } from './2.1.1-encrypted-transport.ts';
import { mfaDelete } from './2.1.2-mfa-delete.ts';
import { classifiedData } from './2.1.3-classified-data.ts';
import { publicAccessBlock } from './2.1.4-public-access-block.ts';
import { encryptedDatabases } from './2.2.1-encrypted-databases.ts';
import { minorUpgrades } from './2.2.2-minor-upgrades.ts';
import { publicDatabases } from './2.2.3-public-databases.ts';
import { multiZoneDatabases } from './2.2.4-multi-zone-databases.ts';
import { encryptedFileSystems } from './2.3.1-encrypted-file-systems.ts';
import { allRegionTrail } from './3.1-all-region-trail.ts';
import { logFileValidation } from './3.2-log-file-validation.ts';
import { configRecorder } from './3.3-config-recorder.ts';
import { trailBucketLogging } from './3.4-trail-bucket-logging.ts';
import { encryptedTrails } from './3.5-encrypted-trails.ts';
import { keyRotation } from './3.6-key-rotation.ts';
import { flowLogs } from './3.7-flow-logs.ts';
import { objectWrites } from './3.8-object-writes.ts';
import { objectReads } from './3.9-object-reads.ts';
import { unauthorisedCalls } from './4.1-unauthorised-calls.ts';
import { signInWithoutMfa } from './4.2-sign-in-without-mfa.ts';
import { rootActivity } from './4.3-root-activity.ts';
import { iamPolicyChanges } from './4.4-iam-policy-changes.ts';
import { trailChanges } from './4.5-trail-changes.ts';
import { failedSignIns } from './4.6-failed-sign-ins.ts';
import { keyDeletions } from './4.7-key-deletions.ts';
import { bucketPolicyChanges } from './4.8-bucket-policy-changes.ts';
import { configChanges } from './4.9-config-changes.ts';
import { securityGroupChanges } from './4.10-security-group-changes.ts';
import { networkAclChanges } from './4.11-network-acl-changes.ts';
import { gatewayChanges } from './4.12-gateway-changes.ts';
import { routeChanges } from './4.13-route-changes.ts';
import { vpcChanges } from './4.14-vpc-changes.ts';
import { organizationChanges } from './4.15-organization-changes.ts';
import { securityHub } from './4.16-security-hub.ts';
import { encryptedVolumes } from './5.1.1-encrypted-volumes.ts';
import { openFileSharing } from './5.1.2-open-file-sharing.ts';
import { openNetworkAcl } from './5.2-open-network-acl.ts';
import { openAdminPortsIpv4 } from './5.3-open-admin-ports-ipv4.ts';
import { openAdminPortsIpv6 } from './5.4-open-admin-ports-ipv6.ts';
import { defaultSecurityGroup } from './5.5-default-security-group.ts';
import { widePeeringRoutes } from './5.6-wide-peering-routes.ts';
import { metadataTokens } from './5.7-metadata-tokens.ts';
import type { Control } from './control.ts';

/** Every control, in the benchmark's order. */
export const controls: readonly Control[] = [
  contactDetails,
  securityContact,
  rootAccessKeys,
  rootMfa,
  rootHardwareMfa,
  rootUse,
  passwordLength,
  passwordReuse,
  userMfa,
  setupKeys,
  idleCredentials,
  oneActiveKey,
  oldAccessKeys,
  userPolicies,
  fullAccessPolicies,
  supportRole,
  instanceProfiles,
  expiredCertificates,
  accessAnalyzer,
  centralUsers,
  cloudShellAccess,
  encryptedTransport,
  mfaDelete,
  classifiedData,
  publicAccessBlock,
  encryptedDatabases,
  minorUpgrades,
  publicDatabases,
  multiZoneDatabases,
  encryptedFileSystems,
  allRegionTrail,
  logFileValidation,
  configRecorder,
  trailBucketLogging,
  encryptedTrails,
  keyRotation,
  flowLogs,
  objectWrites,
  objectReads,
  unauthorisedCalls,
  signInWithoutMfa,
  rootActivity,
  iamPolicyChanges,
  trailChanges,
  failedSignIns,
  keyDeletions,
  bucketPolicyChanges,
  configChanges,
  securityGroupChanges,
  networkAclChanges,
  gatewayChanges,
  routeChanges,
  vpcChanges,
  organizationChanges,
  securityHub,
  encryptedVolumes,
  openFileSharing,
  openNetworkAcl,
  openAdminPortsIpv4,
  openAdminPortsIpv6,
  defaultSecurityGroup,
  widePeeringRoutes,
  metadataTokens,
];
