import { fakeRoutes } from './fake-routes.ts';
import type { FakeRoute } from './route.ts';

export type Matched = { readonly route: FakeRoute; readonly params: Readonly<Record<string, string>> };

type Candidate = { readonly route: FakeRoute; readonly method: string; readonly pattern: RegExp };

/** Parameters whose value may hold slashes that were not encoded. */
const spanning = new Set(['path', 'ref', 'branch', 'basehead']);

/** Whole segments first: `/commits/main/status` is no commit named `main/status`. */
const candidates: readonly Candidate[] = [
  ...fakeRoutes.map(route => candidate(route, () => '[^/]+')),
  ...fakeRoutes.map(route => candidate(route, name => (spanning.has(name) ? '.*' : '[^/]+'))),
];

function candidate(route: FakeRoute, patternOf: (parameter: string) => string): Candidate {
  const [method = '', template = ''] = route.operation.split(' ');
  const pattern = template.replace(/\{(\w+)\}/g, (_whole, name: string) => `(?<${name}>${patternOf(name)})`);
  return { route, method, pattern: new RegExp(`^${pattern}$`) };
}

/** The route of a request, and its path parameters decoded. */
export function matchRoute(method: string, path: string): Matched | undefined {
  for (const { route, method: routeMethod, pattern } of candidates) {
    const match = routeMethod === method ? pattern.exec(path) : null;
    if (match === null) continue;
    const params = Object.entries(match.groups ?? {}).map(
      ([name, value]) => [name, decodeURIComponent(value)] as const,
    );
    return { route, params: Object.fromEntries(params) };
  }
  return undefined;
}
