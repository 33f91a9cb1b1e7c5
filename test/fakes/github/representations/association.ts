import type { FakeRepository } from '../fake-repository.ts';

/** GitHub's `author_association`. */
export function associationOf(repository: FakeRepository, login: string): string {
  if (login === repository.owner) return 'OWNER';
  const role = repository.roles.get(login);
  return role === undefined || role === 'none' ? 'NONE' : 'COLLABORATOR';
}
