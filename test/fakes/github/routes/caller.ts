import type { RouteContext } from '../route.ts';

/** Whose name a write carries. */
export function loginOf({ caller }: Pick<RouteContext, 'caller'>): string {
  return 'login' in caller ? caller.login : 'ghost';
}
