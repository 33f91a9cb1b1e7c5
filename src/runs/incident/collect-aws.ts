import type { AwsFailure } from '../../clients/aws/aws-failure.ts';
import type { AwsServices } from '../../clients/aws/aws-services.ts';
import type { AwsToolAccess } from '../../clients/aws/tool-access.ts';
import type { IncidentFact, IncidentService } from '../../contracts/incident.ts';

/** What one region tells of the window. */
export type AwsIncident = {
  readonly facts: readonly IncidentFact[];
  readonly services: readonly IncidentService[];
  readonly gaps: readonly string[];
};

type Window = { readonly from: Date; readonly to: Date; readonly signal: AbortSignal };

/** A region as its readers see it. */
type Region = Window & { readonly name: string; readonly services: AwsServices };

/** Most alarms, changes, services and log lines that are read of a region. */
const most = { alarms: 100, changes: 150, services: 30, logLines: 20 } as const;

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
  },
): Promise<AwsIncident> {
  const { access, runId, actor, logGroups, ...window } = options;
  const reached = access.reach({ as: 'reader', region, runId, actor });
  if (reached.kind === 'unreachable') return { facts: [], services: [], gaps: [reached.message] };
  const from: Region = { ...window, name: region, services: reached.services };
  const gaps: string[] = [];
  const orGap = async <T>(what: string, nothing: T, read: Promise<T>): Promise<T> => {
    try {
      return await read;
    } catch (error) {
      window.signal.throwIfAborted();
      const failure = reached.failureOf(error);
      if (failure === undefined) throw error;
      gaps.push(gapOf(what, failure));
      return nothing;
    }
  };
  const [alarms, changes, containers, ...logs] = await Promise.all([
    orGap('alarms', [], readAlarms(from)),
    orGap('changes in CloudTrail', [], readChanges(from)),
    orGap('ECS services', { facts: [], services: [] }, readServices(from)),
    ...logGroups.map(group => orGap(`log group ${group}`, [], readLog(from, group))),
  ]);
  return {
    facts: [...alarms, ...changes, ...containers.facts, ...logs.flat()],
    services: containers.services,
    gaps,
  };
}

function gapOf(what: string, { message }: AwsFailure): string {
  return `The ${what} could not be read: ${message}`;
}

/** Alarms that went off within the window, from their history; those that are on, from their state. */
async function readAlarms({ name, services, from, to, signal }: Region): Promise<readonly IncidentFact[]> {
  const { sdk, client } = await services.cloudWatch();
  const fact = (subject: string, at: Date, text: string): IncidentFact => ({
    at: at.toISOString(),
    source: 'alarm',
    region: name,
    subject,
    text,
    link: `https://${name}.console.aws.amazon.com/cloudwatch/home?region=${name}#alarmsV2:alarm/${encodeURIComponent(subject)}`,
    isSymptom: true,
  });
  const [history, now] = await Promise.all([
    client.send(
      new sdk.DescribeAlarmHistoryCommand({
        HistoryItemType: 'StateUpdate',
        StartDate: from,
        EndDate: to,
        MaxRecords: most.alarms,
        ScanBy: 'TimestampDescending',
      }),
      { abortSignal: signal },
    ),
    client.send(
      new sdk.DescribeAlarmsCommand({
        StateValue: 'ALARM',
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
        MaxRecords: most.alarms,
      }),
      { abortSignal: signal },
    ),
  ]);
  const went = (history.AlarmHistoryItems ?? [])
    .filter(({ HistorySummary }) => HistorySummary?.endsWith('to ALARM') === true)
    .map(({ AlarmName = '', Timestamp = to, HistorySummary = '' }) =>
      fact(AlarmName, Timestamp, HistorySummary),
    );
  const known = new Set(went.map(({ subject }) => subject));
  const on = [...(now.MetricAlarms ?? []), ...(now.CompositeAlarms ?? [])]
    .filter(
      ({ AlarmName = '', StateUpdatedTimestamp: since }) =>
        !known.has(AlarmName) && isWithin(since, from, to),
    )
    .map(({ AlarmName = '', StateUpdatedTimestamp: since = to, StateReason = '' }) =>
      fact(AlarmName, since, StateReason),
    );
  return [...went, ...on];
}

function isWithin(at: Date | undefined, from: Date, to: Date): boolean {
  return at !== undefined && at >= from && at <= to;
}

/** Calls that changed something. Reads are left out by CloudTrail itself. */
async function readChanges({ name, services, from, to, signal }: Region): Promise<readonly IncidentFact[]> {
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
    if (facts.length >= most.changes) break;
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
