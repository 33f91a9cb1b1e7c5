import { daysSince, inDays } from './ages.ts';
import { accountControl, accountPasses, wholeAccount } from './control.ts';

/** The benchmark leaves open how long ago is long ago; these are our days. */
const quietDays = 30;

/** Use of the root user. */
export const rootUse = accountControl({
  id: '1.6',
  v7: '2.7',
  title: `The root user is not used day by day (not for ${quietDays} days)`,
  section: 'Identity',
  severity: 'high',
  why: 'Nothing limits the root user, so what goes wrong under it goes wrong without bounds.',
  remedy: {
    change: 'Daily work moves to roles; the root user stays for the few tasks that only it can do.',
    commands: ['aws cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue=root'],
    terraform: '',
    risk: 'None.',
    undo: 'Nothing to undo.',
  },
  reads: ['credential-report'],
  judge: ({ 'credential-report': rows }, { now }) => {
    const root = rows.find(({ user }) => user === '<root_account>');
    if (root === undefined) {
      const reason = 'The credential report has no line for the root user.';
      return [{ verdict: 'ERROR', resource: wholeAccount, region: null, reason }];
    }
    const uses = [root.passwordUsedAt, ...root.keys.map(({ usedAt }) => usedAt)].flatMap(used => used ?? []);
    const days = uses.map(used => daysSince(used, now)).toSorted((a, b) => a - b)[0];
    return [
      accountPasses(wholeAccount, days === undefined || days >= quietDays, {
        good: days === undefined ? 'No use is on record.' : `Last used ${inDays(days)} ago.`,
        bad: `Used ${inDays(days ?? 0)} ago.`,
      }),
    ];
  },
});
