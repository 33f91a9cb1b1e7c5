import type { AwsServices } from '../../clients/aws/aws-services.ts';
import type { AwsToolAccess } from '../../clients/aws/tool-access.ts';
import type { IncidentFact, IncidentService } from '../../contracts/incident.ts';
import { AppError } from '../../errors.ts';

/** What one region tells of the window. */
export type AwsIncident = {
  readonly facts: readonly IncidentFact[];
  readonly services: readonly IncidentService[];
  readonly gaps: readonly string[];
};

type Window = { readonly from: Date; readonly to: Date; readonly signal: AbortSignal };

/** A region as its readers see it. */
type Region = Window & { readonly name: string; readonly services: AwsServices; readonly gaps: string[] };

/** Most alarms, changes, services and log lines that are read of a region. */
const most = { alarms: 100, changes: 150, services: 30, logLines: 20 } as const;

/** Longest that one kind of facts is waited for, milliseconds. */
const patienceMs = 45_000;

/** Words by which a log line counts as a symptom (CloudWatch Logs, "Filter pattern syntax"). */
const errorPattern = '?ERROR ?Error ?Exception ?FATAL ?panic ?"status=500"';

/** Reads alarms, changes, container services and logs of one region at the same time; what fails is a gap. */
export async function collectAws(
  region: string,
  options: Window & {
    readonly access: AwsToolAccess;
    readonly runId: string;
    readonly actor: string;
    readonly logGroups: readonly string[];
    /** Longest that one kind of facts is waited for, milliseconds. Default: 45,000. */
    readonly readTimeoutMs?: number;
  },
): Promise<AwsIncident> {
  const { access, runId, actor, logGroups, readTimeoutMs = patienceMs, ...window } = options;
  const reached = access.reach({ as: 'reader', region, runId, actor });
  if (reached.kind === 'unreachable') return { facts: [], services: [], gaps: [reached.message] };
  const gaps: string[] = [];
  const orGap = async <T>(what: string, nothing: T, read: (region: Region) => Promise<T>): Promise<T> => {
    const limit = AbortSignal.timeout(readTimeoutMs);
    const signal = AbortSignal.any([window.signal, limit]);
    const from: Region = { ...window, signal, name: region, services: reached.services, gaps };
    try {
      return await orAborted(read(from), signal);
    } catch (error) {
      window.signal.throwIfAborted();
      const why = limit.aborted
        ? `AWS did not answer in ${region} within ${readTimeoutMs / 1_000} s.`
        : // A role that cannot be assumed is an error of our own, with a sentence that says so.
          (reached.failureOf(error)?.message ??
          (error instanceof AppError ? error.publicMessage : undefined));
      if (why === undefined) throw error;
      gaps.push(`The ${what} could not be read: ${why}`);
      return nothing;
    }
  };
  const [wentOff, on, changes, containers, ...logs] = await Promise.all([
    orGap('history of alarms', [], readAlarmHistory),
    orGap('alarms', [], readAlarms),
    orGap('changes in CloudTrail', [], readChanges),
    orGap('ECS services', { facts: [], services: [] }, readServices),
    ...logGroups.map(group => orGap(`log group ${group}`, [], from => readLog(from, group))),
  ]);
  const known = new Set(wentOff.map(({ subject }) => subject));
  const alarms = [...wentOff, ...on.filter(({ subject }) => !known.has(subject))];
  return {
    facts: [...alarms, ...changes, ...containers.facts, ...logs.flat()],
    services: containers.services,
    gaps,
  };
}

async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  promise.catch(() => undefined);
  return await Promise.race([
    promise,
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    }),
  ]);
}

function alarmFact(region: string, subject: string, at: Date, text: string): IncidentFact {
  return {
    at: at.toISOString(),
    source: 'alarm',
    region,
    subject,
    text,
    link: `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(subject)}`,
    isSymptom: true,
  };
}

/** Alarms that went off within the window. */
async function readAlarmHistory({
  name,
  services,
  from,
  to,
  signal,
}: Region): Promise<readonly IncidentFact[]> {
  const { sdk, client } = await services.cloudWatch();
  const command = new sdk.DescribeAlarmHistoryCommand({
    HistoryItemType: 'StateUpdate',
    StartDate: from,
    EndDate: to,
    MaxRecords: most.alarms,
    ScanBy: 'TimestampDescending',
  });
  const { AlarmHistoryItems = [] } = await client.send(command, { abortSignal: signal });
  return AlarmHistoryItems.filter(({ HistorySummary }) => HistorySummary?.endsWith('to ALARM') === true).map(
    ({ AlarmName = '', Timestamp = to, HistorySummary = '' }) =>
      alarmFact(name, AlarmName, Timestamp, HistorySummary),
  );
}

/** Alarms that are on since some time within the window, with the values of their metrics that CloudWatch names. */
async function readAlarms({ name, services, from, to, signal }: Region): Promise<readonly IncidentFact[]> {
  const { sdk, client } = await services.cloudWatch();
  const command = new sdk.DescribeAlarmsCommand({
    StateValue: 'ALARM',
    AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
    MaxRecords: most.alarms,
  });
  const { MetricAlarms = [], CompositeAlarms = [] } = await client.send(command, { abortSignal: signal });
  return [...MetricAlarms, ...CompositeAlarms]
    .filter(({ StateUpdatedTimestamp: since }) => isWithin(since, from, to))
    .map(({ AlarmName = '', StateUpdatedTimestamp: since = to, StateReason = '' }) =>
      alarmFact(name, AlarmName, since, StateReason),
    );
}

function isWithin(at: Date | undefined, from: Date, to: Date): boolean {
  return at !== undefined && at >= from && at <= to;
}

/** Calls that changed something. Reads are left out by CloudTrail itself. */
async function readChanges({
  name,
  services,
  from,
  to,
  signal,
  gaps,
}: Region): Promise<readonly IncidentFact[]> {
  const { sdk, client } = await services.cloudTrail();
  const facts: IncidentFact[] = [];
  const pages = sdk.paginateLookupEvents(
    { client, pageSize: 50 },
    {
      StartTime: from,
      EndTime: to,
      LookupAttributes: [{ AttributeKey: 'ReadOnly', AttributeValue: 'false' }],
    },
    { abortSignal: signal },
  );
  for await (const { Events = [] } of pages) {
    for (const { EventName = '', EventTime = to, EventId = '', Username = '', Resources = [] } of Events) {
      const subject = Resources.map(({ ResourceName }) => ResourceName ?? '').filter(Boolean)[0] ?? EventName;
      facts.push({
        at: EventTime.toISOString(),
        source: 'change',
        region: name,
        subject,
        text: `${EventName} by ${Username || 'an unnamed identity'}`,
        link: `https://${name}.console.aws.amazon.com/cloudtrailv2/home?region=${name}#/events/${encodeURIComponent(EventId)}`,
        isSymptom: false,
      });
    }
    if (facts.length <= most.changes) continue;
    gaps.push(`Only the newest ${most.changes} changes in CloudTrail in ${name} were read; there are more.`);
    break;
  }
  return facts.slice(0, most.changes);
}

/** Messages of ECS that tell of something that does not work (Amazon ECS, "Service event messages"). */
const troubled = /unable|fail|unhealthy|stopped|insufficient|deregister|circuit breaker/i;

/** Container services with their deployments and messages. */
async function readServices(
  region: Region,
): Promise<{ readonly facts: readonly IncidentFact[]; readonly services: readonly IncidentService[] }> {
  const { name, services: aws, from, to, signal } = region;
  const { sdk, client } = await aws.ecs();
  const facts: IncidentFact[] = [];
  const services: IncidentService[] = [];
  const { clusterArns = [] } = await client.send(new sdk.ListClustersCommand({}), { abortSignal: signal });
  for (const clusterArn of clusterArns) {
    const cluster = clusterArn.split('/').at(-1) ?? clusterArn;
    const { serviceArns = [] } = await client.send(new sdk.ListServicesCommand({ cluster, maxResults: 10 }), {
      abortSignal: signal,
    });
    if (serviceArns.length === 0) continue;
    const { services: found = [] } = await client.send(
      new sdk.DescribeServicesCommand({ cluster, services: serviceArns }),
      { abortSignal: signal },
    );
    for (const {
      serviceName = '',
      runningCount = 0,
      desiredCount = 0,
      deployments = [],
      events = [],
    } of found) {
      services.push({
        region: name,
        cluster,
        service: serviceName,
        running: runningCount,
        desired: desiredCount,
      });
      const about = { source: 'service', region: name, subject: `${cluster}/${serviceName}` } as const;
      for (const { createdAt, taskDefinition = '' } of deployments) {
        if (!isWithin(createdAt, from, to)) continue;
        const revision = taskDefinition.split('/').at(-1) ?? '';
        facts.push({
          ...about,
          at: (createdAt ?? to).toISOString(),
          source: 'change',
          text: `began to run ${revision}`,
          isSymptom: false,
        });
      }
      for (const { createdAt, message = '' } of events) {
        if (!isWithin(createdAt, from, to) || !troubled.test(message)) continue;
        facts.push({ ...about, at: (createdAt ?? to).toISOString(), text: message, isSymptom: true });
      }
    }
    if (services.length >= most.services) break;
  }
  return { facts, services };
}

/** Lines of a log group that tell of errors. */
async function readLog(
  { name, services, from, to, signal }: Region,
  logGroup: string,
): Promise<readonly IncidentFact[]> {
  const { sdk, client } = await services.cloudWatchLogs();
  const { events = [] } = await client.send(
    new sdk.FilterLogEventsCommand({
      logGroupName: logGroup,
      startTime: from.getTime(),
      endTime: to.getTime(),
      filterPattern: errorPattern,
      limit: most.logLines,
    }),
    { abortSignal: signal },
  );
  return events.map(({ timestamp = to.getTime(), message = '' }) => ({
    at: new Date(timestamp).toISOString(),
    source: 'log',
    region: name,
    subject: logGroup,
    text: message.trim(),
    isSymptom: true,
  }));
}
