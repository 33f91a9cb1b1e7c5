import type { ChangeFacts } from '../../contracts/gate.ts';
import { moreChecksQuery } from './change-query.ts';
import { type ChangeReader, maxPages, targetOf, tooLong } from './change-reader.ts';
import { type CheckContext, type CommitNode, moreChecksSchema, type RefRule } from './change-schemas.ts';
import { checkFacts } from './check-facts.ts';
import type { ChangeWants } from './gate-client.ts';
import { readable, refusedField } from './readable.ts';
import { requiredByRulesets } from './required-checks.ts';

type ChecksRequest = {
  readonly commit: CommitNode;
  readonly refused: readonly string[];
  readonly number: number | undefined;
  readonly rule: RefRule;
  readonly wants: ChangeWants;
};

/** Every check of a commit, and what classic protection requires of its branch. */
export async function readChecks(
  reader: ChangeReader,
  request: ChecksRequest,
): Promise<ChangeFacts['checks']> {
  const { refused, rule, wants } = request;
  if (['statusCheckRollup', 'contexts', 'checkSuite'].some(field => refused.includes(field)))
    return refusedField;
  if (wants.requiredChecks && refused.includes('refUpdateRule')) return refusedField;
  return await readable(async () => {
    const contexts = await allContexts(reader, request);
    const classic = wants.requiredChecks ? (rule?.refUpdateRule?.requiredStatusCheckContexts ?? []) : [];
    const required = classic.flatMap(name => (name === null ? [] : [{ name, appId: null }]));
    return { reported: checkFacts(contexts, reader.own), required };
  });
}

/** Adds what rulesets require of a branch. */
export async function withRulesets(
  { octokit, repository }: ChangeReader,
  checks: ChangeFacts['checks'],
  branch: string,
): Promise<ChangeFacts['checks']> {
  if (checks.kind === 'unreadable') return checks;
  const ruled = await readable(() => requiredByRulesets(octokit, repository, branch));
  if (ruled.kind === 'unreadable') return ruled;
  const { reported, required } = checks.value;
  return { kind: 'known', value: { reported, required: [...ruled.value, ...required] } };
}

async function allContexts(
  { octokit, ...reader }: ChangeReader,
  { commit, number }: ChecksRequest,
): Promise<readonly CheckContext[]> {
  let list = commit.statusCheckRollup?.contexts;
  const contexts: CheckContext[] = [];
  for (let page = 1; list !== undefined; page += 1) {
    contexts.push(...list.nodes);
    if (!list.pageInfo.hasNextPage) break;
    if (page >= maxPages) throw tooLong('checks');
    const variables = {
      ...targetOf(reader),
      ...(number === undefined ? {} : { number }),
      sha: commit.oid,
      after: list.pageInfo.endCursor,
    };
    const answer = moreChecksSchema.parse(
      await octokit.graphql(moreChecksQuery(number !== undefined), variables),
    );
    list = answer.repository.object?.statusCheckRollup?.contexts;
  }
  return contexts;
}
