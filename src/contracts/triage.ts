/** The kinds of labels that triage may set. */
export const labelKinds = ['type', 'area', 'priority'] as const;
export type LabelKind = (typeof labelKinds)[number];

/** One rule of the configuration: everything it names must hold. Patterns are of the safe kind. */
export type TriageRule = {
  readonly title: string | undefined;
  readonly body: string | undefined;
  /** Searched for in title and body. */
  readonly text: string | undefined;
  /** Globs, one of which must match a path that the issue mentions; empty: not asked. */
  readonly paths: readonly string[];
  /** Labels that the repository has; others are passed over. */
  readonly labels: readonly string[];
  /** Logins. */
  readonly assign: readonly string[];
  /** People and teams to name, with `@`. */
  readonly mention: readonly string[];
};

/** How issues that nobody touches are handled; undefined in the configuration: not at all. */
export type StaleConfig = {
  /** Days without activity. */
  readonly days: number;
  /** Days after the notice; null: never closed. */
  readonly closeAfterDays: number | null;
  /** Only set where the repository has it. */
  readonly label: string;
  readonly exemptLabels: readonly string[];
  /** Assigned issues and those of a milestone are left alone. */
  readonly exemptAssigned: boolean;
};

/** `triage:` of the effective configuration. */
export type TriageConfig = {
  /** False unless a file has the section: then only reports of vulnerabilities and pasted secrets are answered. */
  readonly enabled: boolean;
  /** Least confidence, 0 to 1, of what is set without a rule. */
  readonly confidence: number;
  /** Whether a configured model is asked where the built-in rules leave a kind of label open. */
  readonly model: boolean;
  /** Globs over label names that say which of the repository's labels are of a kind. */
  readonly labels: Readonly<Record<LabelKind, readonly string[]>>;
  readonly rules: readonly TriageRule[];
  readonly missing: {
    readonly enabled: boolean;
    /** Headings that must have text under them, beside those that the repository's templates require. */
    readonly sections: readonly string[];
    /** `sections` are asked for on issues with one of these labels only; empty: on all. */
    readonly labels: readonly string[];
  };
  readonly duplicates: {
    readonly enabled: boolean;
    /** Newest issues that are compared. */
    readonly issues: number;
    /** Least similarity, 0 to 1. */
    readonly similarity: number;
  };
  readonly embeddings: { readonly model: string; readonly similarity: number } | undefined;
  /** What is done with the owners of mentioned paths, by CODEOWNERS. */
  readonly owners: 'off' | 'name' | 'mention' | 'assign';
  readonly security: {
    readonly enabled: boolean;
    /** Where reports go: an address or a sentence; undefined: the repository's security policy. */
    readonly contact: string | undefined;
  };
  readonly stale: StaleConfig | undefined;
};

/** An issue as it is read for triage. Title and body are untrusted. */
export type IssueFacts = {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
};

/** A label of the repository. */
export type RepositoryLabel = { readonly name: string; readonly description: string | null };

/** A label that is proposed for an issue, and why. `reason` may come from a model: untrusted. */
export type LabelProposal = {
  readonly kind: LabelKind;
  readonly label: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
};

/** An issue that another one may repeat. */
export type LikelyDuplicate = {
  readonly number: number;
  /** Untrusted. */
  readonly title: string;
  readonly open: boolean;
  /** 0 to 1. */
  readonly similarity: number;
  /** What both speak of, the most telling first. Untrusted. */
  readonly sharedTerms: readonly string[];
  readonly by: 'words' | 'meaning';
};

/** What is remembered of an issue, so that nothing is done twice or against a person. */
export type TriageMemory = {
  /** Every label that triage ever set here. One that is gone was removed by somebody and is not set again. */
  readonly labelled: readonly string[];
  readonly assigned: readonly string[];
  /** Sections that were asked for; nothing is asked for a second time. */
  readonly asked: readonly string[];
  /** What was asked for was given. */
  readonly answered: boolean;
  /** ISO 8601, when the notice of staleness was given; null: none is in force. */
  readonly staleSince: string | null;
};

export const noMemory: TriageMemory = {
  labelled: [],
  assigned: [],
  asked: [],
  answered: false,
  staleSince: null,
};

/** The words of one issue, as they are compared with others. */
export type IssueWords = {
  readonly number: number;
  readonly title: string;
  readonly open: boolean;
  /** Terms with how often each stands in the issue. */
  readonly terms: Readonly<Record<string, number>>;
  /** Of the model named in `embeddings.model`; undefined: not asked. */
  readonly vector: { readonly model: string; readonly values: readonly number[] } | undefined;
};
