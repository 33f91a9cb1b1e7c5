import { type CodeKind, codeKinds } from '../contracts/code-review.ts';
import type { CodeStore } from '../contracts/store.ts';
import type { Database } from './database.ts';

/** What is remembered of code reviews on either database. */
export function createCodeStore({ query }: Database): CodeStore {
  return {
    findings: async ({ repository, pullRequest }) => {
      const rows = await query
        .selectFrom('code_findings')
        .select(['fingerprint', 'kind', 'open'])
        .where('repository', '=', repository)
        .where('pull_request', '=', pullRequest)
        .orderBy('fingerprint')
        .execute();
      return rows.flatMap(({ fingerprint, kind, open }) => {
        const known = kindOf(kind);
        return known === undefined ? [] : [{ fingerprint, kind: known, open: open === 1 }];
      });
    },
    record: async ({ repository, pullRequest: pull_request, findings }) => {
      const distinct = new Map(findings.map(({ fingerprint, kind }) => [fingerprint, kind]));
      await query.transaction().execute(async transaction => {
        await transaction
          .updateTable('code_findings')
          .set({ open: 0 })
          .where('repository', '=', repository)
          .where('pull_request', '=', pull_request)
          .execute();
        for (const [fingerprint, kind] of distinct)
          await transaction
            .insertInto('code_findings')
            .values({ repository, pull_request, fingerprint, kind, open: 1 })
            .onConflict(conflict =>
              conflict.columns(['repository', 'pull_request', 'fingerprint']).doUpdateSet({ open: 1 }),
            )
            .execute();
      });
    },
    vote: async ({ repository, fingerprint, actor, kind, vote, at }) => {
      const value = vote === 'useful' ? 1 : -1;
      await query
        .insertInto('code_votes')
        .values({ repository, fingerprint, actor, kind, vote: value, at })
        .onConflict(conflict =>
          conflict.columns(['repository', 'fingerprint', 'actor']).doUpdateSet({ vote: value, at }),
        )
        .execute();
    },
    votes: async repository => {
      const rows = await query
        .selectFrom('code_votes')
        .select(['fingerprint', 'actor', 'kind', 'vote'])
        .where('repository', '=', repository)
        .execute();
      return rows.flatMap(({ fingerprint, actor, kind, vote }) => {
        const known = kindOf(kind);
        return known === undefined
          ? []
          : [
              {
                fingerprint,
                actor,
                kind: known,
                vote: vote > 0 ? ('useful' as const) : ('not-useful' as const),
              },
            ];
      });
    },
  };
}

/** Kinds of other releases are left out. */
function kindOf(text: string): CodeKind | undefined {
  return codeKinds.find(kind => kind === text);
}
