import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { authorizeEgress } from './authorize-egress.ts';
import { authorizeIngress } from './authorize-ingress.ts';
import { closePorts } from './close-ports.ts';
import { createImage } from './create-image.ts';
import { createInstances } from './create-instances.ts';
import { createKeyPair } from './create-key-pair.ts';
import { createSecurityGroup } from './create-security-group.ts';
import { createSnapshot } from './create-snapshot.ts';
import { deleteKeyPair } from './delete-key-pair.ts';
import { deleteSecurityGroup } from './delete-security-group.ts';
import { describeImage } from './describe-image.ts';
import { describeInstance } from './describe-instance.ts';
import { describeSecurityGroup } from './describe-security-group.ts';
import { describeSnapshot } from './describe-snapshot.ts';
import { emptyDefaultGroup } from './empty-default-group.ts';
import { encryptNewVolumes } from './encrypt-new-volumes.ts';
import { importKeyPair } from './import-key-pair.ts';
import { listAddresses } from './list-addresses.ts';
import { listImages } from './list-images.ts';
import { listInstances } from './list-instances.ts';
import { listKeyPairs } from './list-key-pairs.ts';
import { listSecurityGroups } from './list-security-groups.ts';
import { listSnapshots } from './list-snapshots.ts';
import { listVolumes } from './list-volumes.ts';
import { rebootInstances } from './reboot-instances.ts';
import { requireMetadataTokens } from './require-metadata-tokens.ts';
import { resizeInstance } from './resize-instance.ts';
import { revokeEgress } from './revoke-egress.ts';
import { revokeIngress } from './revoke-ingress.ts';
import { setTerminationProtection } from './set-termination-protection.ts';
import { startInstances } from './start-instances.ts';
import { stopInstances } from './stop-instances.ts';
import { tagResources } from './tag-resources.ts';
import { terminateInstances } from './terminate-instances.ts';
import { untagResources } from './untag-resources.ts';
import { waitForInstances } from './wait-for-instances.ts';

/** Amazon EC2: instances, security groups, key pairs, images, snapshots, volumes and addresses. */
export const ec2Tools: readonly AwsTool[] = [
  authorizeEgress,
  authorizeIngress,
  closePorts,
  createImage,
  createInstances,
  createKeyPair,
  createSecurityGroup,
  createSnapshot,
  deleteKeyPair,
  deleteSecurityGroup,
  describeImage,
  describeInstance,
  describeSecurityGroup,
  describeSnapshot,
  emptyDefaultGroup,
  encryptNewVolumes,
  importKeyPair,
  listAddresses,
  listImages,
  listInstances,
  listKeyPairs,
  listSecurityGroups,
  listSnapshots,
  listVolumes,
  rebootInstances,
  requireMetadataTokens,
  resizeInstance,
  revokeEgress,
  revokeIngress,
  setTerminationProtection,
  startInstances,
  stopInstances,
  tagResources,
  terminateInstances,
  untagResources,
  waitForInstances,
];
