import type { Detector, RawFinding } from '../../contracts/detector.ts';
import type { Severity } from '../../contracts/severity.ts';
import { type Instruction, parseDockerfile, type Stage, stagesOf } from '../../parsers/dockerfile.ts';
import { type ConcernName, concerns } from './model/concerns.ts';

/** A Dockerfile, read once for all rules. */
export type Dockerfile = { readonly instructions: readonly Instruction[]; readonly stages: readonly Stage[] };

/** What distinguishes one rule about Dockerfiles. */
export type DockerfileRule = {
  readonly id: string;
  readonly title: string;
  readonly concern: ConcernName;
  /** Default: the concern’s. */
  readonly severity?: Severity;
  readonly fix: string;
  /** The places that break it. */
  readonly find: (dockerfile: Dockerfile) => readonly { readonly start: number; readonly end: number }[];
  readonly bad: string;
  readonly good: string;
};

const reference = 'https://docs.docker.com/reference/dockerfile/';
const practices = 'https://docs.docker.com/build/building/best-practices/';

/** Makes an infrastructure rule about Dockerfiles. */
export function defineDockerfileRule(rule: DockerfileRule): Detector {
  const concern = concerns[rule.concern];
  return {
    meta: {
      id: rule.id,
      family: 'infrastructure',
      title: rule.title,
      severity: rule.severity ?? concern.severity,
      confidence: 'high',
      cwe: concern.cwe,
      owasp: concern.owasp,
      what: `${rule.title}, in a Dockerfile.`,
      why: concern.why,
      fix: rule.fix,
      references: [reference, practices],
      examples: {
        bad: [{ path: 'Dockerfile', text: `${rule.bad}\n` }],
        good: [{ path: 'Dockerfile', text: `${rule.good}\n` }],
      },
    },
    appliesTo: path =>
      /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.(?:dockerfile|containerfile)$/i.test(path),
    keywords: ['from'],
    detect: (file): readonly RawFinding[] => {
      const dockerfile = file.memo('dockerfile', ({ text }) => {
        const instructions = parseDockerfile(text);
        return { instructions, stages: stagesOf(instructions) };
      });
      return rule.find(dockerfile).map(({ start, end }) => ({ start, end, message: `${rule.title}.` }));
    },
  };
}

/** The instructions of a name. */
export function named(dockerfile: Dockerfile, ...names: readonly string[]): readonly Instruction[] {
  return dockerfile.instructions.filter(({ name }) => names.includes(name));
}

/** Where a pattern (with flag g) matches in instructions of a name. */
export function matchesIn(instructions: readonly Instruction[], pattern: RegExp): readonly RawSpan[] {
  return instructions.flatMap(({ text, textStart }) =>
    [...text.matchAll(pattern)].map(match => ({
      start: textStart + match.index,
      end: textStart + match.index + match[0].length,
    })),
  );
}

type RawSpan = { readonly start: number; readonly end: number };

/** The commands of RUN instructions, split at `&&`, `||`, `;`, `|` and line ends that are not continued. */
export function commands(dockerfile: Dockerfile): readonly (RawSpan & { readonly text: string })[] {
  return named(dockerfile, 'RUN').flatMap(({ text, textStart }) =>
    [...text.matchAll(/(?:\\\r?\n|[^&|;\n])+/g)].map(match => ({
      text: match[0].replace(/\\\r?\n/g, ' ').trim(),
      start: textStart + match.index + (match[0].length - match[0].trimStart().length),
      end: textStart + match.index + match[0].trimEnd().length,
    })),
  );
}

/** For instructions of which only the last one of a stage counts: those before it. */
export function overridden(dockerfile: Dockerfile, name: string): readonly Instruction[] {
  return dockerfile.stages.flatMap(({ instructions }) =>
    instructions.filter(instruction => instruction.name === name).slice(0, -1),
  );
}
