import type { Instruction } from '../../parsers/dockerfile.ts';
import { defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileLatestTag = defineDockerfileRule({
  id: 'dockerfile-latest-tag',
  title: 'Base image without a fixed version',
  concern: 'integrity',
  fix: 'Name a version or, better, a digest.',
  find: ({ instructions, stages }) =>
    stages
      .map(stage => ({ ...stage, image: withDefaults(stage.image, instructions) }))
      .filter(({ image }) => image.endsWith(':latest') || !/[:@$]/.test(image.replace(/^[^/]*:\d+\//, '')))
      .filter(
        ({ image }) => image !== 'scratch' && !stages.some(({ alias }) => alias === image.toLowerCase()),
      )
      .map(({ from }) => from),
  bad: 'FROM debian:latest',
  good: 'FROM debian:12.5',
});

/** The image with the defaults of the arguments that stand before the first stage. */
function withDefaults(image: string, instructions: readonly Instruction[]): string {
  if (!image.includes('$')) return image;
  const first = instructions.findIndex(({ name }) => name === 'FROM');
  const defaults = new Map(
    instructions
      .slice(0, first)
      .filter(({ name }) => name === 'ARG')
      .flatMap(({ text }) => [...text.matchAll(/(\w+)=["']?([^\s"']*)/g)])
      .map(([, name = '', value = '']) => [name, value]),
  );
  return image.replace(
    /\$(?:(\w+)|\{(\w+)(?::-([^}]*))?\})/g,
    (whole, plain?: string, braced?: string, or?: string) => {
      return defaults.get(plain ?? braced ?? '') ?? or ?? whole;
    },
  );
}
