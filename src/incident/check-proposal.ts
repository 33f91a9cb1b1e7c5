import { z } from 'zod';
import type { IncidentFacts, IncidentProposal, IncidentService } from '../contracts/incident.ts';

/** What a model may propose, as it answers; code checks it against the facts. */
export const proposalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('roll-back'), environment: z.string() }),
  z.object({
    kind: z.literal('scale'),
    cluster: z.string(),
    service: z.string(),
    desired: z.number().int(),
  }),
  z.object({ kind: z.literal('restart'), cluster: z.string(), service: z.string() }),
]);

/** A proposal that can be carried out, in the words of commands and tools. */
export type CheckedProposal =
  /** A person comments it: the gates and approvals of deployments are those of `/devops rollback`. */
  | { readonly kind: 'command'; readonly command: string; readonly summary: string }
  /** A tool of the registry, whose plan waits for an approval. */
  | {
      readonly kind: 'tool';
      readonly tool: 'ecs_scale_service' | 'ecs_force_new_deployment';
      readonly input: Readonly<Record<string, string | number>>;
    };

/** At most this many times the present number of tasks. */
const maxGrowth = 3;

/** The proposal if what it names exists in the facts and it is in bounds, else why not. */
export function checkProposal(
  proposal: IncidentProposal,
  { environments, services }: Pick<IncidentFacts, 'environments' | 'services'>,
): CheckedProposal | { readonly kind: 'rejected'; readonly reason: string } {
  if (proposal.kind === 'roll-back') {
    const found = environments.find(({ name }) => name === proposal.environment);
    if (found === undefined) return rejected('it names an environment that nothing was deployed to');
    const { name, previousSha } = found;
    if (previousSha === undefined)
      return rejected('nothing was deployed there before that could be gone back to');
    return {
      kind: 'command',
      command: `/devops rollback ${name} --to ${previousSha.slice(0, 12)}`,
      summary: `Rolls ${name} back to ${previousSha.slice(0, 7)}.`,
    };
  }
  const found = services.find(
    ({ cluster, service }) => cluster === proposal.cluster && service === proposal.service,
  );
  if (found === undefined) return rejected('it names a service that is not among the facts');
  const input = { region: found.region, cluster: found.cluster, service: found.service };
  if (proposal.kind === 'restart') return { kind: 'tool', tool: 'ecs_force_new_deployment', input };
  const problem = scaleProblem(proposal.desired, found);
  return problem === undefined
    ? { kind: 'tool', tool: 'ecs_scale_service', input: { ...input, desired: proposal.desired } }
    : rejected(problem);
}

function scaleProblem(desired: number, service: IncidentService): string | undefined {
  const most = Math.max(service.desired, 1) * maxGrowth;
  if (desired <= service.desired) return `it would not add tasks: ${service.desired} are wanted already`;
  return desired > most ? `it asks for ${desired} tasks; ${most} is the most at once` : undefined;
}

function rejected(reason: string) {
  return { kind: 'rejected', reason } as const;
}
