import { defineDockerfileRule, matchesIn, named } from './define-dockerfile-rule.ts';

export const dockerfileFixedPlatform = defineDockerfileRule({
  id: 'dockerfile-fixed-platform',
  title: 'Stage for one platform only',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Leave it to the builder, or use `$BUILDPLATFORM` or `$TARGETPLATFORM`.',
  find: dockerfile => matchesIn(named(dockerfile, 'FROM'), /--platform=(?!["']?\$)\S+/g),
  bad: 'FROM --platform=linux/amd64 debian:12.5\nRUN id',
  good: 'FROM --platform=$BUILDPLATFORM debian:12.5\nRUN id',
});
