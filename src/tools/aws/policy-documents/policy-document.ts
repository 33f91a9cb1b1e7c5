import { z } from 'zod';

const texts = z.union([z.string(), z.array(z.string())]);
const values = z.union([
  z.string(),
  z.boolean(),
  z.number(),
  z.array(z.union([z.string(), z.boolean(), z.number()])),
]);
const principals = z.union([z.literal('*'), z.record(z.string(), texts)]);

const statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: principals.optional(),
  NotPrincipal: principals.optional(),
  Action: texts.optional(),
  NotAction: texts.optional(),
  Resource: texts.optional(),
  NotResource: texts.optional(),
  Condition: z.record(z.string(), z.record(z.string(), values)).optional(),
});

const policyDocument = z.strictObject({
  Version: z.enum(['2012-10-17', '2008-10-17']).optional(),
  Id: z.string().optional(),
  Statement: z.union([statement, z.array(statement)]),
});

/** A policy by AWS's grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export type PolicyDocument = z.output<typeof policyDocument>;
export type PolicyStatement = z.output<typeof statement>;

/**
 * Reads a document that somebody wants to put into force. What is sent on must be `canonical`, the text that was
 * understood: the same key twice, or a key in other letters, could else mean one thing here and another to AWS.
 */
export function readPolicyDocument(
  text: string,
):
  | { readonly kind: 'policy'; readonly document: PolicyDocument; readonly canonical: string }
  | { readonly kind: 'unreadable'; readonly why: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'unreadable', why: 'it is not JSON' };
  }
  const parsed = policyDocument.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join('.') || 'the document';
    return { kind: 'unreadable', why: `${place}: ${issue?.message ?? 'not a policy'}` };
  }
  return { kind: 'policy', document: parsed.data, canonical: JSON.stringify(parsed.data) };
}

/** A document that AWS has stored; undefined where it cannot be understood. */
export function storedDocument(text: string | undefined): PolicyDocument | undefined {
  const read = readPolicyDocument(decodedDocument(text));
  return read.kind === 'policy' ? read.document : undefined;
}

/** IAM's percent-encoding undone (RFC 3986); other text stays as it is. */
export function decodedDocument(text = ''): string {
  if (!text.startsWith('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The statements; a single one may stand without a list. */
export function statementsOf({ Statement }: PolicyDocument): readonly PolicyStatement[] {
  return Array.isArray(Statement) ? Statement : [Statement];
}

/** The strings of an element that may be one or a list. */
export function textsOf(element: string | readonly string[] | undefined): readonly string[] {
  if (element === undefined) return [];
  return typeof element === 'string' ? [element] : element;
}
