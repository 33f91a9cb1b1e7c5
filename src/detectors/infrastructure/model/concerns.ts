import type { Severity } from '../../../contracts/severity.ts';

/** What kind of weakness a rule is about: the parts of its page that are the same for every provider. */
export type Concern = {
  readonly severity: Severity;
  readonly cwe: readonly string[];
  readonly owasp: readonly string[];
  readonly why: string;
};

export const concerns = {
  'encryption-at-rest': {
    severity: 'high',
    cwe: ['CWE-311'],
    owasp: ['A02'],
    why: 'Whoever gets at the storage, a snapshot or a discarded disk reads the data.',
  },
  'customer-key': {
    severity: 'low',
    cwe: ['CWE-311'],
    owasp: ['A02'],
    why: 'With the provider’s own key you can neither restrict, nor audit, nor revoke who decrypts.',
  },
  'encryption-in-transit': {
    severity: 'high',
    cwe: ['CWE-319'],
    owasp: ['A02'],
    why: 'Whoever is on the path between the parties reads and changes what they exchange.',
  },
  'weak-tls': {
    severity: 'medium',
    cwe: ['CWE-326', 'CWE-327'],
    owasp: ['A02'],
    why: 'Old protocol versions have known attacks that let somebody on the path read the traffic.',
  },
  'public-exposure': {
    severity: 'high',
    cwe: ['CWE-284', 'CWE-668'],
    owasp: ['A01'],
    why: 'Everybody on the internet can reach it, and so can every scanner that looks for the next hole.',
  },
  'open-network': {
    severity: 'high',
    cwe: ['CWE-284', 'CWE-923'],
    owasp: ['A01', 'A05'],
    why: 'One vulnerable or badly configured service behind the rule is open to the whole internet.',
  },
  'open-egress': {
    severity: 'low',
    cwe: ['CWE-923'],
    owasp: ['A05'],
    why: 'Software that was taken over can send data anywhere and fetch more from anywhere.',
  },
  logging: {
    severity: 'medium',
    cwe: ['CWE-778'],
    owasp: ['A09'],
    why: 'After an incident nobody can tell who did what.',
  },
  backup: {
    severity: 'medium',
    cwe: ['CWE-693'],
    owasp: ['A05'],
    why: 'Data that was deleted or encrypted, by mistake or by an intruder, cannot be brought back.',
  },
  authentication: {
    severity: 'high',
    cwe: ['CWE-287', 'CWE-306'],
    owasp: ['A07'],
    why: 'Callers get in without proving who they are, or with proof that is easily stolen.',
  },
  'least-privilege': {
    severity: 'high',
    cwe: ['CWE-250', 'CWE-269'],
    owasp: ['A01'],
    why: 'Whoever takes over the workload or the account gets more rights than its task needs.',
  },
  'plain-secret': {
    severity: 'high',
    cwe: ['CWE-798', 'CWE-522'],
    owasp: ['A07'],
    why: 'Everybody who can read the file, the state or the console has the secret.',
  },
  'password-policy': {
    severity: 'medium',
    cwe: ['CWE-521'],
    owasp: ['A07'],
    why: 'Weak or reused passwords are guessed or taken from other leaks.',
  },
  isolation: {
    severity: 'high',
    cwe: ['CWE-250', 'CWE-653'],
    owasp: ['A05'],
    why: 'A program that breaks out of the container acts on the host and on everything else that runs there.',
  },
  hardening: {
    severity: 'medium',
    cwe: ['CWE-1188'],
    owasp: ['A05'],
    why: 'A protection the platform offers is off, so a fault elsewhere has a wider effect.',
  },
  integrity: {
    severity: 'medium',
    cwe: ['CWE-494', 'CWE-829'],
    owasp: ['A08'],
    why: 'What runs tomorrow may be something else than what was reviewed.',
  },
  maintenance: {
    severity: 'low',
    cwe: ['CWE-1104'],
    owasp: ['A06'],
    why: 'It stays on versions with known vulnerabilities, or nobody can tell what it is for.',
  },
  availability: {
    severity: 'low',
    cwe: ['CWE-400'],
    owasp: ['A05'],
    why: 'One process, zone or request can take the service down.',
  },
} as const satisfies Readonly<Record<string, Concern>>;

export type ConcernName = keyof typeof concerns;
