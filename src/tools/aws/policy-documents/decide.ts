import { matchesGlob } from '../../../detectors/iam/policy/glob.ts';
import { type PolicyDocument, type PolicyStatement, statementsOf, textsOf } from './policy-document.ts';

/** What is asked of an identity's policies. */
export type AccessQuestion = {
  /** For example `s3:GetObject`; letters in any case. */
  readonly action: string;
  /** An ARN; undefined: some resource, whichever. */
  readonly resource: string | undefined;
  /** Fills `${aws:username}`; undefined for roles. */
  readonly userName?: string | undefined;
};

/** A policy that an identity holds. Undefined document: it could not be read. */
export type HeldPolicy = { readonly source: string; readonly document: PolicyDocument | undefined };

/**
 * `conditional`: by conditions, variables or resources that the question leaves open. `unknown`: a policy could not be
 * read, and the others do not allow it. `denied`: a Deny or a boundary says no.
 */
export type AccessDecision = {
  readonly kind: 'allowed' | 'conditional' | 'unknown' | 'denied' | 'not-allowed';
  /** The policies that say so. */
  readonly by: readonly string[];
};

/** What a policy writes for the name of the user who asks. */
const userVariable = ['$', '{aws:username}'].join('');

type Match = 'yes' | 'maybe' | 'no';

/**
 * Whether identity policies let an identity do something: an explicit Deny wins, then some Allow is needed, and a
 * permissions boundary must allow it too. By AWS's evaluation logic for identities within one account, without service
 * control, resource and session policies:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decideAccess(
  held: readonly HeldPolicy[],
  boundary: HeldPolicy | undefined,
  question: AccessQuestion,
): AccessDecision {
  const own = decideWithin(held, question);
  if (boundary === undefined || own.kind === 'denied' || own.kind === 'not-allowed') return own;
  const bound = decideWithin([boundary], question);
  switch (bound.kind) {
    case 'allowed':
      return own;
    case 'denied':
    case 'not-allowed':
      return { kind: 'denied', by: [boundary.source] };
    case 'conditional':
      return own.kind === 'allowed' ? { kind: 'conditional', by: [...own.by, boundary.source] } : own;
    case 'unknown':
      return { kind: 'unknown', by: [boundary.source] };
    default:
      return bound.kind satisfies never;
  }
}

function decideWithin(held: readonly HeldPolicy[], question: AccessQuestion): AccessDecision {
  const said = held.flatMap(({ source, document }) =>
    (document === undefined ? [] : statementsOf(document)).map(statement => ({
      source,
      effect: statement.Effect,
      match: matchOf(statement, question),
    })),
  );
  const by = (effect: 'Allow' | 'Deny', match: Match): readonly string[] => [
    ...new Set(said.filter(one => one.effect === effect && one.match === match).map(({ source }) => source)),
  ];
  const denied = by('Deny', 'yes');
  if (denied.length > 0) return { kind: 'denied', by: denied };
  const unread = held.filter(({ document }) => document === undefined).map(({ source }) => source);
  const maybeDenied = by('Deny', 'maybe');
  const allowed = by('Allow', 'yes');
  // An unread policy could hold a Deny.
  if (allowed.length > 0) {
    const doubts = [...maybeDenied, ...unread];
    return doubts.length === 0
      ? { kind: 'allowed', by: allowed }
      : { kind: 'conditional', by: [...new Set([...allowed, ...doubts])] };
  }
  const maybe = by('Allow', 'maybe');
  if (maybe.length > 0) return { kind: 'conditional', by: maybe };
  return unread.length > 0 ? { kind: 'unknown', by: unread } : { kind: 'not-allowed', by: [] };
}

function matchOf(statement: PolicyStatement, question: AccessQuestion): Match {
  if (!coversAction(statement, question.action)) return 'no';
  const resource = resourceMatch(statement, question);
  return resource === 'yes' && Object.keys(statement.Condition ?? {}).length > 0 ? 'maybe' : resource;
}

function coversAction({ Action, NotAction }: PolicyStatement, action: string): boolean {
  const wanted = action.toLowerCase();
  const covers = (pattern: string): boolean => matchesGlob(wanted, pattern.toLowerCase());
  return NotAction === undefined ? textsOf(Action).some(covers) : !textsOf(NotAction).some(covers);
}

function resourceMatch({ Resource, NotResource }: PolicyStatement, question: AccessQuestion): Match {
  const matches = textsOf(NotResource ?? Resource).map(pattern => patternMatch(pattern, question));
  const match = matches.includes('yes') ? 'yes' : matches.includes('maybe') ? 'maybe' : 'no';
  if (NotResource === undefined) return match;
  return match === 'yes' ? 'no' : match === 'no' ? 'yes' : 'maybe';
}

/** A variable may stand for anything; which resource is meant may be open. */
function patternMatch(pattern: string, { resource, userName }: AccessQuestion): Match {
  if (/^\*+$/.test(pattern)) return 'yes';
  if (resource === undefined) return 'maybe';
  const filled = userName === undefined ? pattern : pattern.replaceAll(userVariable, userName);
  const open = filled.replace(/\$\{[^}]*\}/g, '*');
  if (!matchesGlob(resource, open)) return 'no';
  return open === filled ? 'yes' : 'maybe';
}
