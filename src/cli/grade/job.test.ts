/** The Job that grades a class in a cluster is one by the schemas of Kubernetes, and says what we understand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Job } from 'kubernetes-models/batch/v1';
import { parse } from 'yaml';
import { readShard } from './shard';

const FILE = join(__dirname, '..', '..', '..', 'deploy', 'grade-job.yaml');

describe('the Job of a class', () => {
  const job = new Job(parse(readFileSync(FILE, 'utf8')));

  it('is valid', () => {
    job.validate();
    expect(job.spec?.completionMode).to.equal('Indexed');
  });

  it('has as many pods as the class has parts', () => {
    const args = job.spec?.template.spec?.containers[0]?.args ?? [];
    const parts = args[args.indexOf('--shard') + 1] ?? '';
    expect(readShard(parts, '0').of).to.equal(job.spec?.completions);
    expect(args).to.include('/class/out/$(JOB_COMPLETION_INDEX)');
  });
});
