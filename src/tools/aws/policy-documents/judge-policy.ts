import type { Detector, SourceFile } from '../../../contracts/detector.ts';
import { iamAdminAccess } from '../../../detectors/iam/iam-admin-access.ts';
import { iamNotActionAllow } from '../../../detectors/iam/iam-not-action-allow.ts';
import { iamOidcTrustUnbound } from '../../../detectors/iam/iam-oidc-trust-unbound.ts';
import { iamPrivilegeEscalation } from '../../../detectors/iam/iam-privilege-escalation.ts';
import { iamServiceWildcard } from '../../../detectors/iam/iam-service-wildcard.ts';
import { matchesGlob } from '../../../detectors/iam/policy/glob.ts';
import {
  type PolicyDocument,
  type PolicyStatement,
  readPolicyDocument,
  statementsOf,
  textsOf,
} from './policy-document.ts';
import { letsEverybodyIn } from './public-statement.ts';
import { rightsOverRights } from './rights-over-rights.ts';

/** Why an identity policy is not put into force here, one sentence each: it gives all rights, or a way to them. */
export function givesTooMuch(document: string): readonly string[] {
  const read = readPolicyDocument(document);
  if (read.kind === 'unreadable') return [`The policy could not be read: ${read.why}.`];
  return [
    ...sentences(document, [iamAdminAccess, iamNotActionAllow]),
    ...sentences(document, [iamPrivilegeEscalation, iamServiceWildcard], ['critical', 'high']),
    ...rightsOverRights(read.document),
  ];
}

/**
 * Why policies are not added to those that somebody holds: alone or together with them they give all rights, or a way
 * to them. What is wrong already without them is not their fault.
 */
export function givesMore(held: readonly string[], added: readonly string[]): readonly string[] {
  const alone = added.flatMap(givesTooMuch);
  if (alone.length > 0) return alone;
  const before = givesTooMuch(together(held));
  return givesTooMuch(together([...held, ...added])).filter(reason => !before.includes(reason));
}

/**
 * Why policies are not taken from those that somebody holds: they deny something, and what is left gives all rights or a
 * way to them. Which of the two hold each other back is not worked out.
 */
export function setsFree(held: readonly string[], taken: readonly string[]): readonly string[] {
  if (!taken.some(denies)) return [];
  const left = held.filter(text => !taken.includes(text));
  return givesTooMuch(together(left));
}

/** One that cannot be read might. */
function denies(text: string): boolean {
  const read = readPolicyDocument(text);
  return read.kind === 'unreadable' || statementsOf(read.document).some(({ Effect }) => Effect === 'Deny');
}

/** One document with the statements of all; one that cannot be read has none to combine. */
function together(documents: readonly string[]): string {
  const statements = documents.flatMap(text => {
    const read = readPolicyDocument(text);
    return read.kind === 'policy' ? statementsOf(read.document) : [];
  });
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** Why a resource or trust policy is not put into force here: it lets everybody in. One that cannot be read might. */
export function makesPublic(document: string): readonly string[] {
  const read = readPolicyDocument(document);
  if (read.kind === 'unreadable') return [`The policy could not be read: ${read.why}.`];
  const open = statementsOf(read.document).flatMap((statement, index) =>
    letsEverybodyIn(statement) ? [`Statement ${statement.Sid ?? index + 1} allows everybody.`] : [],
  );
  return [...open, ...sentences(document, [iamOidcTrustUnbound])];
}

/** Whether a bucket's policy denies everybody to change it again, whatever the request is. */
export function locksEverybodyOut(document: PolicyDocument, bucket: string): boolean {
  const arn = `arn:aws:s3:::${bucket}`;
  return statementsOf(document).some(
    ({ Effect, Principal, Action, NotAction, Resource, Condition = {} }) =>
      Effect === 'Deny' &&
      isEverybody(Principal) &&
      Object.keys(Condition).length === 0 &&
      textsOf(Resource).some(pattern => matchesGlob(arn, pattern.replace(/^arn:[^:]*/, 'arn:aws'))) &&
      (NotAction === undefined
        ? textsOf(Action).some(pattern => matchesGlob(changesPolicy, pattern.toLowerCase()))
        : !textsOf(NotAction).some(pattern => matchesGlob(changesPolicy, pattern.toLowerCase()))),
  );
}

const changesPolicy = 's3:putbucketpolicy';

function isEverybody(principal: PolicyStatement['Principal']): boolean {
  return textsOf(typeof principal === 'object' ? principal['AWS'] : principal).includes('*');
}

function sentences(
  document: string,
  rules: readonly Detector[],
  severities?: readonly string[],
): readonly string[] {
  const file = fileOf(document);
  const found = rules.flatMap(rule =>
    rule
      .detect(file)
      .filter(({ severity = rule.meta.severity }) => severities?.includes(severity) ?? true)
      .map(({ message }) => `${message} (${rule.meta.id})`),
  );
  return [...new Set(found)];
}

/** The rules read files; parses are kept for the rules of one judgement only. */
function fileOf(text: string): SourceFile {
  const known = new Map<string, unknown>();
  const file: SourceFile = {
    path: 'policy.json',
    text,
    base: undefined,
    beside: [],
    tree: () => undefined,
    memo<T>(key: string, compute: (source: SourceFile) => T): T {
      if (!known.has(key)) known.set(key, compute(file));
      return known.get(key) as T;
    },
  };
  return file;
}
