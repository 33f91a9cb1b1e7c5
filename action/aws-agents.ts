/** What the Action does at an AWS account, by the name of the input `agent`. */
export const awsAgents = { audit: 'AWS audit', health: 'AWS health', cost: 'AWS cost' } as const;
export type AwsAgent = keyof typeof awsAgents;

/** Whether `agent` is one of these. */
export function isAwsAgent(agent: string): agent is AwsAgent {
  return Object.hasOwn(awsAgents, agent);
}
