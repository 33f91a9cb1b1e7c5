/** What a change touches that a deployment should be looked at for, by path. */
export const impactKinds = ['migrations', 'workflows', 'infrastructure'] as const;
export type ImpactKind = (typeof impactKinds)[number];

/** First match wins; a migration written in SQL is a migration wherever it stands. */
const patterns: readonly (readonly [ImpactKind, RegExp])[] = [
  ['migrations', /(^|\/)(migrations?|migrate|alembic\/versions|flyway|liquibase)\/|\.sql$/i],
  ['workflows', /^\.github\/(workflows|actions)\/|(^|\/)action\.ya?ml$/],
  [
    'infrastructure',
    /\.(tf|tfvars|bicep|hcl)$|(^|\/)(Dockerfile[^/]*|docker-compose[^/]*\.ya?ml|compose\.ya?ml|Chart\.yaml|values[^/]*\.ya?ml|kustomization\.ya?ml|serverless\.ya?ml|cdk\.json|template\.ya?ml)$|(^|\/)(k8s|kubernetes|helm|terraform|cloudformation|ansible)\//i,
  ],
];

/** The kind of a path; undefined for ordinary code. */
export function impactOf(path: string): ImpactKind | undefined {
  return patterns.find(([, pattern]) => pattern.test(path))?.[0];
}
