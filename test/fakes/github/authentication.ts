import { Buffer } from 'node:buffer';
import { type KeyObject, verify } from 'node:crypto';
import type { FakeRepository } from './fake-repository.ts';
import type { FakeState } from './fake-state.ts';
import { type Caller, type FakeRoute, HttpRefusal, notFound } from './route.ts';

/** GitHub refuses JWTs that are valid for longer, seconds. */
const maxJwtSeconds = 600;

/** Who a request comes from. @throws HttpRefusal 401 for a token that is wrong or has expired. */
export function callerOf(authorization: string | undefined, state: FakeState, publicKey: KeyObject): Caller {
  const token = /^(?:bearer|token) (?<token>.+)$/i.exec(authorization ?? '')?.groups?.['token'];
  if (token === undefined) return { kind: 'anonymous' };
  const known = state.tokens.get(token);
  if (known !== undefined && known.expiresAt > Date.now()) return known.caller;
  if (known === undefined && isJwtOf(state, token, publicKey)) return { kind: 'app' };
  throw new HttpRefusal(
    401,
    token.includes('.') ? 'A JSON web token could not be decoded' : 'Bad credentials',
  );
}

function isJwtOf(state: FakeState, token: string, publicKey: KeyObject): boolean {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const signed = Buffer.from(`${header}.${payload}`);
  if (signature === '' || !verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url')))
    return false;
  const { iss, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
    readonly iss: unknown;
    readonly exp: number;
  };
  const left = exp - Date.now() / 1000;
  return [String(state.appId), state.clientId].includes(String(iss)) && left > 0 && left <= maxJwtSeconds;
}

/** @throws HttpRefusal as GitHub refuses: 401 without a token, 403 when it lacks the permission. */
export function authorise(route: FakeRoute, caller: Caller): void {
  if (route.permissions.includes('none')) return;
  if (route.permissions.includes('app')) {
    if (caller.kind !== 'app') throw new HttpRefusal(401, 'A JSON web token could not be decoded');
    return;
  }
  if (caller.kind === 'anonymous') {
    // Public repositories can be read by anyone; the repository decides.
    if (isRead(route)) return;
    throw new HttpRefusal(401, 'Requires authentication');
  }
  if (caller.kind === 'app') throw notAccessible();
  if (caller.kind === 'user' && route.permissions.includes('checks:write'))
    throw new HttpRefusal(403, 'You must authenticate via a GitHub App.');
  const allowed = route.permissions.some(permission => {
    const [name = '', level] = permission.split(':');
    const granted = caller.permissions[name];
    return granted === 'write' || granted === 'admin' || (granted === 'read' && level === 'read');
  });
  // Stricter than GitHub on purpose: there any token reads public repositories, and a test on one would not show
  // that the permission for private ones is missing.
  if (!allowed) throw notAccessible();
}

/** @throws HttpRefusal 404 for what the caller must not know of, 403 for what it may only read. */
export function authoriseRepository(
  route: FakeRoute,
  caller: Caller,
  repository: FakeRepository,
): FakeRepository {
  if (canReach(caller, repository)) return repository;
  if (repository.private) throw notFound();
  if (!isRead(route)) throw notAccessible();
  return repository;
}

/** Whether the caller was given the repository, public or not. */
export function canReach(caller: Caller, repository: FakeRepository): boolean {
  switch (caller.kind) {
    case 'app':
      return repository.parent === undefined;
    case 'anonymous':
      return false;
    case 'user':
      return (
        caller.login === repository.owner ||
        !repository.private ||
        (repository.roles.get(caller.login) ?? 'none') !== 'none'
      );
    case 'installation':
      return repository.parent === undefined && (caller.repositories?.includes(repository.name) ?? true);
    default:
      return caller satisfies never;
  }
}

/** `issues=write; pull_requests=write`: any one suffices. */
export function acceptedPermissions(route: FakeRoute): string {
  return route.permissions
    .filter(permission => permission.includes(':'))
    .map(permission => permission.replace(':', '='))
    .join('; ');
}

function isRead(route: FakeRoute): boolean {
  return route.operation.startsWith('GET ');
}

function notAccessible(): HttpRefusal {
  return new HttpRefusal(403, 'Resource not accessible by integration');
}
