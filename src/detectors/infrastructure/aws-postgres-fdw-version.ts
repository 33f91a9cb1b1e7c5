import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const awsPostgresFdwVersion = defineAttributeRule({
  id: 'aws-postgres-fdw-version',
  title: 'PostgreSQL version whose log extension gives away other credentials',
  concern: 'maintenance',
  severity: 'high',
  fix: 'Use a version in which log_fdw is fixed: 10.18, 11.13, 12.8, 13.3 or later.',
  references: [
    'https://aws.amazon.com/security/security-bulletins/AWS-2022-004/',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
  ],
  checks: [
    {
      type: 'aws_db_instance',
      attribute: 'engine_version',
      expect: notMatching(
        /^(?:9\.[0-6](?:\.\d+)?|10\.(?:[1-9]|1[0-7])|11\.(?:[1-9]|1[0-2])|12\.[2-7]|13\.[12])$/,
        '16.4',
        '13.2',
      ),
      when: { engine: anyMatching(/postgres/, 'postgres') },
    },
    {
      type: 'aws_rds_cluster',
      attribute: 'engine_version',
      expect: notMatching(
        /^(?:9\.[0-6](?:\.\d+)?|10\.(?:[1-9]|1[0-7])|11\.(?:[1-9]|1[0-2])|12\.[2-7]|13\.[12])$/,
        '16.4',
        '13.2',
      ),
      when: { engine: anyMatching(/postgres/, 'postgres') },
    },
    {
      type: 'AWS::RDS::DBInstance',
      attribute: 'EngineVersion',
      expect: notMatching(
        /^(?:9\.[0-6](?:\.\d+)?|10\.(?:[1-9]|1[0-7])|11\.(?:[1-9]|1[0-2])|12\.[2-7]|13\.[12])$/,
        '16.4',
        '13.2',
      ),
      when: { Engine: anyMatching(/postgres/, 'postgres') },
    },
    {
      type: 'AWS::RDS::DBCluster',
      attribute: 'EngineVersion',
      expect: notMatching(
        /^(?:9\.[0-6](?:\.\d+)?|10\.(?:[1-9]|1[0-7])|11\.(?:[1-9]|1[0-2])|12\.[2-7]|13\.[12])$/,
        '16.4',
        '13.2',
      ),
      when: { Engine: anyMatching(/postgres/, 'postgres') },
    },
  ],
});
