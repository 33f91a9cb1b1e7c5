/** A policy's statement as it is judged: lists where IAM takes a text or a list. */
export type Statement = {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  /** `*`, or the values of every kind. */
  readonly principals: readonly string[];
  /** Operator → key in lower case → values in lower case. */
  readonly conditions: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
};

/** The statements of a policy; undefined for what is none. */
export function statementsOf(policy: unknown): readonly Statement[] | undefined {
  if (!isRecord(policy)) return undefined;
  const given = policy['Statement'];
  const list = Array.isArray(given) ? given : [given];
  return list.every(isRecord) ? list.map(statementOf) : undefined;
}

function statementOf(statement: Readonly<Record<string, unknown>>): Statement {
  const principal = statement['Principal'];
  return {
    effect: String(statement['Effect']),
    actions: texts(statement['Action']),
    notActions: texts(statement['NotAction']),
    resources: texts(statement['Resource']),
    notResources: texts(statement['NotResource']),
    principals: isRecord(principal) ? Object.values(principal).flatMap(texts) : texts(principal),
    conditions: conditionsOf(statement['Condition']),
  };
}

function conditionsOf(given: unknown): Statement['conditions'] {
  if (!isRecord(given)) return new Map();
  return new Map(
    Object.entries(given).map(([operator, keys]) => [
      operator.toLowerCase(),
      new Map(
        Object.entries(isRecord(keys) ? keys : {}).map(([key, values]) => [
          key.toLowerCase(),
          texts(values).map(value => value.toLowerCase()),
        ]),
      ),
    ]),
  );
}

function texts(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
