import { describe, expect, it } from 'vitest';
import { recogniseSecurityReport } from '../../src/triage/security-report.ts';

const kindOf = (title: string, body = ''): string => recogniseSecurityReport({ title, body }).kind;

describe('a report of a vulnerability', () => {
  it.each([
    ['Remote code execution in the template renderer'],
    ['Security vulnerability in login'],
    ['Possible SQL injection in search', 'An attacker can read every table through the `q` parameter.'],
    ['XSS in comments', 'PoC: `<img src=x onerror=alert(1)>`. An attacker could take over sessions.'],
    ['Path traversal when a file is downloaded', 'It is exploitable without an account.'],
    [
      'Login can be bypassed',
      'You can bypass authentication by sending an empty token; attackers can log in as anybody.',
    ],
    ['0-day in the upload endpoint'],
    ['Where can I disclose privately?', 'I want to use responsible disclosure.'],
    ['Tokens appear in the log', 'The server leaks access tokens to the log, an attacker may read them.'],
    ['Problem with sessions', 'CVSS 9.8. CWE-384. Details follow.'],
    ['API exposes user passwords', 'Malicious users can dump all passwords through /export.'],
    ['Question', 'This is a security bug: RCE by a crafted header.'],
    [
      'Update: exploit for CVE-2026-12345 works here',
      'Working exploit, remote code execution, attacker can run commands.',
    ],
  ])('%s', (title, body = '') => {
    expect(kindOf(title, body)).toBe('report');
  });
});

describe('another issue', () => {
  it.each([
    ['Checkout crashes when the cart is empty', 'Steps to reproduce …'],
    ['Bump lodash to 4.17.21', 'Fixes CVE-2021-23337, a command injection.'],
    [
      'chore(deps): update express (CVE-2024-29041)',
      'Known vulnerability, open redirect. npm audit reports it.',
    ],
    ['npm audit reports 3 vulnerabilities', 'high severity in a development dependency'],
    ['Add CSRF protection to the form', 'We should have tokens.'],
    ['How do I report a vulnerability?', ''],
    ['docs: explain XSS in the guide', ''],
    ['Feature request: security headers', 'Would be nice to have CSP.'],
    ['Typo in SECURITY.md', ''],
    ['Rate limits are confusing', 'unauthenticated requests get 429'],
    ['The exploit module of the game crashes', ''],
    ['Password field does not take the focus', ''],
  ])('%s', (title, body) => {
    expect(kindOf(title, body)).toBe('none');
  });
});

it('looks at a long text in no time that grows with its repetitions', () => {
  expect(kindOf('x', 'leak leaks exposed '.repeat(5_000))).toBe('none');
});
