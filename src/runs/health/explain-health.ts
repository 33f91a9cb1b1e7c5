import { healthAdviceSchema, healthExplainer } from '../../agents/estate/agents.ts';
import type { Advised, HealthAdvice } from '../../contracts/account-advice.ts';
import type { HealthReport } from '../../contracts/health.ts';
import { type AskOwnAgent, readAnswer } from '../agents/ask-own-agent.ts';

/** What a model is shown; the worst come first. */
const maxResources = 60;

/** Has a model explain a report. What it recommends about resources that are not in the report loses their names. */
export async function explainHealth(report: HealthReport, ask: AskOwnAgent): Promise<Advised<HealthAdvice>> {
  const result = await ask({
    agent: healthExplainer.name,
    input: 'Explain how this account is and what to do.',
    material: materialOf(report),
  });
  const read = readAnswer(healthAdviceSchema, result);
  if (read.kind === 'none') return { kind: 'none', reason: read.reason };
  const known = new Set(report.resources.map(({ name }) => name));
  const { explanation, recommendations } = read.output;
  return {
    kind: 'advised',
    advice: {
      explanation,
      recommendations: recommendations.slice(0, 5).map(({ text, resources }) => ({
        text,
        resources: resources.filter(name => known.has(name)),
      })),
    },
  };
}

function materialOf({ summary, resources, gaps, windowMinutes, stopped }: HealthReport) {
  const bad = resources.filter(({ health }) => health !== 'healthy').slice(0, maxResources);
  return [
    { label: 'counts', text: JSON.stringify({ ...summary, stopped, minutes: windowMinutes }) },
    { label: 'what is not healthy', text: JSON.stringify(bad) },
    { label: 'what could not be looked at', text: JSON.stringify(gaps.slice(0, maxResources)) },
  ];
}
