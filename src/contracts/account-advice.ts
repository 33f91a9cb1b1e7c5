/** What a model makes of a health report. It judges nothing: code did. */
export type HealthAdvice = {
  readonly explanation: string;
  readonly recommendations: readonly {
    readonly text: string;
    /** Names of resources of the report; others were taken out. */
    readonly resources: readonly string[];
  }[];
};

/** What the compliance crew makes of an audit. Verdicts are code's; controls that do not fail were taken out. */
export type AuditAdvice = {
  readonly summary: string;
  readonly risks: readonly { readonly text: string; readonly controls: readonly string[] }[];
  /** In the order in which they should be put right. */
  readonly order: readonly { readonly control: string; readonly why: string }[];
};

/** Advice, or why there is none; `reason` is undefined where no model is configured. */
export type Advised<Advice> =
  | { readonly kind: 'advised'; readonly advice: Advice }
  | { readonly kind: 'none'; readonly reason: string | undefined };
