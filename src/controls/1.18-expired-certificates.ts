import { accountControl, accountPasses } from './control.ts';

/** Certificates kept in IAM. */
export const expiredCertificates = accountControl({
  id: '1.18',
  v7: '2.17',
  title: 'No expired certificate is kept in IAM',
  section: 'Identity',
  severity: 'medium',
  why: 'Put on a load balancer by mistake, it turns every client away.',
  remedy: {
    change: 'The certificate is deleted; new ones belong in AWS Certificate Manager, which renews them.',
    commands: ['aws iam delete-server-certificate --server-certificate-name {resource}'],
    terraform: '',
    risk: 'A load balancer that still uses it keeps AWS from deleting it, or loses it.',
    undo: 'Upload the certificate again, with its key.',
  },
  reads: ['server-certificates'],
  judge: ({ 'server-certificates': certificates }, { now }) =>
    certificates.map(({ name, expiresAt }) => {
      const ends = Date.parse(expiresAt);
      if (Number.isNaN(ends)) {
        const reason = 'AWS does not say when it expires.';
        return { verdict: 'ERROR' as const, resource: name, region: null, reason };
      }
      return accountPasses(name, ends >= now.getTime(), {
        good: `Valid until ${expiresAt.slice(0, 10)}.`,
        bad: `Expired on ${expiresAt.slice(0, 10)}.`,
      });
    }),
});
