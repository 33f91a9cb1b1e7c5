import { commands, defineDockerfileRule } from './define-dockerfile-rule.ts';

export const dockerfilePipUnpinned = defineDockerfileRule({
  id: 'dockerfile-pip-unpinned',
  title: 'Package of PyPI without a version',
  concern: 'integrity',
  severity: 'low',
  fix: 'Name the version with `==`, or install from a file with hashes.',
  find: dockerfile =>
    commands(dockerfile).filter(({ text }) => {
      const [, rest] = /^(?:python[\d.]*\s+-m\s+)?(?:uv\s+)?pip[\d.]*\s+install\s(.*)$/s.exec(text) ?? [];
      const words = (rest ?? '').replace(
        /\s(?:-[ceirt]|--(?:index-url|extra-index-url|trusted-host|target|prefix|requirement|constraint|editable|root|python|find-links|proxy|timeout|retries|cache-dir))[ =]\S+/g,
        '',
      );
      const names = ` ${words}`.match(/\s["']?[a-z][\w.-]*(?:\[[\w,-]+\])?["']?(?=\s|$)/gi) ?? [];
      return (
        !/\s(?:-[cre]|--requirement|--constraint|--editable)\b/.test(` ${rest ?? ''}`) &&
        names.some(name => !/^\s["']?(?:pip|setuptools|wheel)["']?$/.test(name))
      );
    }),
  bad: 'FROM python:3.13.1\nRUN pip install --no-cache-dir flask',
  good: 'FROM python:3.13.1\nRUN pip install --no-cache-dir flask==3.1.0',
});
