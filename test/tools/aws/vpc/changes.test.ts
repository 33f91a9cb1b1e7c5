import { describeChanges } from '../ec2/describe-changes.ts';
import { vpcChanges } from './vpc-changes.ts';

describeChanges(vpcChanges);
