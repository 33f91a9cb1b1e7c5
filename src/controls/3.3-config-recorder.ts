import { passes, regionControl } from './control.ts';

/** AWS Config in every region. */
export const configRecorder = regionControl({
  id: '3.3',
  v7: '4.3',
  title: 'AWS Config records in every region',
  section: 'Logging',
  severity: 'medium',
  why: 'Without it nobody can tell how a resource was set up before an incident.',
  remedy: {
    change: 'A recorder with a delivery channel is made and started in the region.',
    commands: [
      'aws configservice put-configuration-recorder --region {region} --configuration-recorder name=default,roleARN=<role> --recording-group allSupported=true',
      'aws configservice put-delivery-channel --region {region} --delivery-channel name=default,s3BucketName=<bucket>',
      'aws configservice start-configuration-recorder --region {region} --configuration-recorder-name default',
    ],
    terraform:
      'resource "aws_config_configuration_recorder_status" "this" {\n  name       = aws_config_configuration_recorder.this.name\n  is_enabled = true\n}',
    risk: 'Every recorded change costs.',
    undo: 'aws configservice stop-configuration-recorder --region {region} --configuration-recorder-name default',
  },
  reads: ['recorders'],
  judge: ({ recorders }, { region }) => {
    const recording = recorders.filter(({ isRecording }) => isRecording);
    const isGood = recording.some(({ lastStatus }) => lastStatus !== 'FAILURE');
    const bad =
      recording.length > 0
        ? 'The recorder’s last delivery failed.'
        : recorders.length > 0
          ? 'The recorder is stopped.'
          : 'There is no recorder.';
    return [passes(region, isGood, { good: 'A recorder is recording.', bad })];
  },
});
