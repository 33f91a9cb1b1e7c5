/** Where something was seen. */
export const incidentSources = ['alarm', 'service', 'log', 'change', 'deployment', 'merge'] as const;
export type IncidentSource = (typeof incidentSources)[number];

/** Something that happened, as a source tells it. Texts are untrusted. */
export type IncidentFact = {
  /** ISO 8601. */
  readonly at: string;
  readonly source: IncidentSource;
  /** AWS region; undefined for what GitHub tells. */
  readonly region: string | undefined;
  /** What it is about: an alarm, a service, an environment, a resource. */
  readonly subject: string;
  readonly text: string;
  /** Where a person can see it. */
  readonly link?: string;
  /** Whether it shows that something is wrong; else it is a change that may be why. */
  readonly isSymptom: boolean;
};

/** A fact with its place on the timeline: `e1`, `e2`, … in the order of time. */
export type IncidentEvent = IncidentFact & { readonly id: string };

/** A service that runs in containers, as it stands now. */
export type IncidentService = {
  readonly region: string;
  readonly cluster: string;
  readonly service: string;
  readonly running: number;
  readonly desired: number;
};

/** Everything that was collected, and what could not be. */
export type IncidentFacts = {
  /** ISO 8601, the window that was looked at. */
  readonly from: string;
  readonly to: string;
  readonly facts: readonly IncidentFact[];
  readonly services: readonly IncidentService[];
  /** Environments with the commit that runs there and the one before it, newest first. */
  readonly environments: readonly {
    readonly name: string;
    readonly sha: string;
    readonly previousSha: string | undefined;
  }[];
  /** Sources that could not be read, each with the reason. */
  readonly gaps: readonly string[];
};

/** A change that may be why, most likely first. */
export type IncidentSuspect = {
  readonly event: string;
  /** 0 to 1: how near it is in time, whether it speaks of the same things, and its kind. */
  readonly score: number;
  readonly reasons: readonly string[];
};

/** The facts on one timeline. */
export type IncidentTimeline = {
  readonly events: readonly IncidentEvent[];
  /** When the symptoms that still go on began; undefined without symptoms. */
  readonly onset: string | undefined;
  readonly suspects: readonly IncidentSuspect[];
};

/** What is proposed; code checks that it exists before anybody is asked. */
export type IncidentProposal =
  | { readonly kind: 'roll-back'; readonly environment: string }
  | { readonly kind: 'scale'; readonly cluster: string; readonly service: string; readonly desired: number }
  | { readonly kind: 'restart'; readonly cluster: string; readonly service: string };
