import { passes, regionControl } from './control.ts';

/** Encryption of EFS. */
export const encryptedFileSystems = regionControl({
  id: '2.3.1',
  v7: '3.3.1',
  title: 'EFS file systems are encrypted',
  section: 'Storage',
  severity: 'medium',
  why: 'Files and their backups can be read by whoever gets hold of the storage.',
  remedy: {
    change: 'The files move to a new, encrypted file system: encryption cannot be turned on later.',
    commands: ['aws efs create-file-system --region {region} --encrypted --tags Key=Name,Value=<name>'],
    terraform: 'resource "aws_efs_file_system" "this" {\n  encrypted = true # replaces {resource}\n}',
    risk: 'Clients have to mount the new file system.',
    undo: 'Mount the old file system while it is kept.',
  },
  reads: ['file-systems'],
  judge: values =>
    values['file-systems'].map(({ id, isEncrypted }) =>
      passes(id, isEncrypted, { good: 'It is encrypted.', bad: 'It is not encrypted.' }),
    ),
});
