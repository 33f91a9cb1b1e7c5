import type { ToolGuard, ToolGuardDecision } from '../contracts/tool.ts';

/** Looks for this process's secrets in a text, in pieces and encodings too; names those it holds. */
export type OwnSecretsCheck = (
  text: string,
) => { readonly kind: 'allow' } | { readonly kind: 'blocked'; readonly names: readonly string[] };

/** No secret of this process goes out in a parameter or comes back in a result. */
export function createOwnSecretsGuard(check: OwnSecretsCheck): ToolGuard {
  const decide = (value: unknown, where: string): ToolGuardDecision => {
    const decision = check(JSON.stringify(value) ?? '');
    if (decision.kind === 'allow') return decision;
    return {
      kind: 'reject',
      code: 'own-secret',
      message: `The ${where} holds a secret of this process (${decision.names.join(', ')}), so it was blocked.`,
    };
  };
  return {
    name: 'own-secrets',
    checkInput: ({ input }) => Promise.resolve(decide(input, 'call')),
    checkOutput: ({ value }) => Promise.resolve(decide(value, 'result')),
  };
}
