import type { Octokit } from './octokit-repository-client.ts';
import { statusOf } from './status-of.ts';

/** Of the teams, those in which the person is an active member; members of child teams are members. */
export async function readTeams(
  octokit: Octokit,
  {
    organisation,
    login,
    teams,
  }: { readonly organisation: string; readonly login: string; readonly teams: readonly string[] },
): Promise<readonly string[]> {
  const found = await Promise.all(
    teams.map(async team => ((await isMember(octokit, { organisation, login, team })) ? [team] : [])),
  );
  return found.flat();
}

async function isMember(
  octokit: Octokit,
  {
    organisation,
    login,
    team,
  }: { readonly organisation: string; readonly login: string; readonly team: string },
): Promise<boolean> {
  try {
    const { data } = await octokit.rest.teams.getMembershipForUserInOrg({
      org: organisation,
      team_slug: team,
      username: login,
    });
    // `pending`: invited and not accepted.
    return data.state === 'active';
  } catch (error) {
    // No member, or no such team.
    if (statusOf(error) === 404) return false;
    throw error;
  }
}
