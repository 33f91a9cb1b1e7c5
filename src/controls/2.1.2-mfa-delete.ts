import { accountControl, accountPasses, unread } from './control.ts';

/** MFA delete. */
export const mfaDelete = accountControl({
  id: '2.1.2',
  v7: '3.1.2',
  title: 'Versions in buckets can only be deleted with a second factor',
  section: 'Storage',
  severity: 'low',
  why: 'Somebody with stolen credentials could otherwise delete the objects and their history.',
  remedy: {
    change: 'Versioning is on, and deleting a version takes the root user’s second factor.',
    commands: [
      'aws s3api put-bucket-versioning --bucket {resource} --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa "<serial> <code>"  # as the root user',
    ],
    terraform: '',
    risk: 'Lifecycle rules cannot be used on such a bucket, and Terraform cannot set it.',
    undo: 'aws s3api put-bucket-versioning --bucket {resource} --versioning-configuration Status=Enabled,MFADelete=Disabled --mfa "<serial> <code>"',
  },
  reads: ['bucket-versioning'],
  judge: values =>
    values['bucket-versioning'].map(({ bucket, mfaDelete: isOn }) =>
      isOn.kind === 'failed'
        ? { ...unread(bucket, isOn.failure), region: null }
        : accountPasses(bucket, isOn.value, {
            good: 'Deleting a version takes a second factor.',
            bad: 'Deleting a version takes no second factor.',
          }),
    ),
});
