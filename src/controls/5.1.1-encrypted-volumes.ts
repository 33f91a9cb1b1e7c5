import { passes, regionControl } from './control.ts';

/** EBS encryption by default. */
export const encryptedVolumes = regionControl({
  id: '5.1.1',
  v7: '6.1.1',
  title: 'New EBS volumes are encrypted by default',
  section: 'Networking',
  severity: 'medium',
  why: 'A volume made without thinking of it holds its data in clear, and so do its snapshots.',
  remedy: {
    change: 'Volumes and snapshots made from now on in the region are encrypted; what exists stays as it is.',
    commands: ['aws ec2 enable-ebs-encryption-by-default --region {region}'],
    terraform: 'resource "aws_ebs_encryption_by_default" "this" {\n  enabled = true\n}',
    risk: 'Instance types of older generations without EBS encryption can no longer be started with new volumes.',
    undo: 'aws ec2 disable-ebs-encryption-by-default --region {region}',
    tool: { name: 'ec2_encrypt_new_volumes', input: { region: '{region}' } },
  },
  reads: ['ebs-encryption'],
  judge: ({ 'ebs-encryption': isOn }, { region }) => [
    passes(region, isOn, {
      good: 'Encryption by default is on.',
      bad: 'Encryption by default is off.',
    }),
  ],
});
