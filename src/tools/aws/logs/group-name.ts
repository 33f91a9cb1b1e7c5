import { z } from 'zod';

/** A log group's name: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
export const groupName = z.string().regex(/^[.\-_/#A-Za-z0-9]{1,512}$/, 'the name of a log group');
