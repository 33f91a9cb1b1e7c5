import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfileApkCache = defineDockerfileRule({
  id: 'dockerfile-apk-cache',
  title: 'APK cache left in the image',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Pass `--no-cache`.',
  find: dockerfile =>
    commands(dockerfile).filter(
      ({ text }) => /\bapk\b.*\badd\b/.test(text) && !/--no-cache|--mount=type=cache/.test(text),
    ),
  bad: 'FROM alpine:3.20\nRUN apk add curl',
  good: 'FROM alpine:3.20\nRUN apk add --no-cache curl',
});
