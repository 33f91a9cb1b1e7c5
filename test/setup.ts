/**
 * Settings of AWS in the environment are for the live suite alone (`test/live`): the other tests say themselves what
 * they connect to, and must come to the same result on every machine.
 */
const live = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('AWS_')));
if (Object.keys(live).length > 0) process.env['DEVOPS_TEST_LIVE_AWS'] = JSON.stringify(live);
for (const name of Object.keys(live)) delete process.env[name];
