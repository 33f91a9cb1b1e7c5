import type { EcsClient, EcsTaskDefinition } from '../../../clients/aws/ecs-client.ts';
import type { EcsSettings, RunnerJob, RunnerProblem } from '../../../contracts/deploy-runner.ts';
import { didYouMean } from '../../../did-you-mean.ts';
import { problemOf } from './aws-answers.ts';
import { parameterOf, resolveValue } from './value-source.ts';

/** What a container image's tag may be (OCI distribution specification, `reference`). */
const tagPattern = /^\w[\w.-]{0,127}$/;

/** What a deployment to ECS would do, or everything that is wrong. */
export type EcsPlan =
  | {
      readonly kind: 'ready';
      /** What the service runs now. */
      readonly current: EcsTaskDefinition;
      /** With its tag. */
      readonly image: string;
    }
  | { readonly kind: 'problems'; readonly problems: readonly RunnerProblem[] };

/** Looks at the service and at what it runs. */
export async function planEcs(
  settings: EcsSettings,
  job: Omit<RunnerJob, 'deploymentId'> & { readonly deploymentId?: number },
  client: EcsClient,
): Promise<EcsPlan> {
  const { cluster, service, container, aws } = settings;
  const wrong = (problems: readonly RunnerProblem[]): EcsPlan => ({ kind: 'problems', problems });
  const image = imageOf(settings, job);
  if (image.kind === 'problems') return image;
  const answer = await client.service(cluster, service);
  if (answer.kind === 'failed') return wrong([problemOf(answer.failure)]);
  const found = answer.value;
  if (found === undefined || found.status !== 'ACTIVE') {
    const state = found === undefined ? 'does not exist' : `is ${found.status.toLowerCase()}`;
    return wrong([
      {
        code: 'ecs-service-not-found',
        message: `The ECS service \`${service}\` ${state} in the cluster \`${cluster}\` (${aws.region}).`,
        next: 'Check `runner.service`, `runner.cluster` and `runner.aws.region`.',
      },
    ]);
  }
  if (found.controller !== 'ECS') {
    return wrong([
      {
        code: 'ecs-controller-unsupported',
        message: `The ECS service \`${service}\` is deployed by ${found.controller}, which has its own way to do it.`,
        next: 'Use a `workflow` runner for it.',
      },
    ]);
  }
  const definition = await client.taskDefinition(found.taskDefinition);
  if (definition.kind === 'failed') return wrong([problemOf(definition.failure)]);
  const current = definition.value;
  if (current.images.has(container)) return { kind: 'ready', current, image: image.image };
  const names = [...current.images.keys()];
  return wrong([
    {
      code: 'ecs-container-not-found',
      message: `The service \`${service}\` runs no container \`${container}\`.${didYouMean(container, names)}`,
      next: `Name one of ${names.map(name => `\`${name}\``).join(', ')} in \`runner.container\`.`,
    },
  ]);
}

type Image =
  | { readonly kind: 'image'; readonly image: string }
  | { readonly kind: 'problems'; readonly problems: readonly RunnerProblem[] };

function imageOf(settings: EcsSettings, job: Parameters<typeof planEcs>[1]): Image {
  const resolved = resolveValue(settings.tag, job);
  const lost = Object.keys(job.parameters).filter(name => parameterOf(settings.tag) !== name);
  const problems: RunnerProblem[] = lost.map(name => ({
    code: 'parameter-not-taken',
    message: `The parameter \`${name}\` would be lost: only the image’s tag can be taken from a parameter.`,
    next: 'Take the parameter out of the environment’s `parameters`, or use it as `runner.tag`.',
  }));
  const tag = resolved.kind === 'value' ? String(resolved.value) : '';
  if (!tagPattern.test(tag)) {
    problems.push({
      code: 'ecs-tag-invalid',
      message: 'What `runner.tag` stands for is no tag that an image can have.',
      next: 'Use `$sha`, `$short-sha` or a parameter of letters, digits and `._-`.',
    });
  }
  return problems.length > 0
    ? { kind: 'problems', problems }
    : { kind: 'image', image: `${settings.image}:${tag}` };
}
