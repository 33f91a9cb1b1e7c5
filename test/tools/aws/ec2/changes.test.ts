import { describeChanges } from './describe-changes.ts';
import { ec2Changes } from './ec2-changes.ts';

describeChanges(ec2Changes);
