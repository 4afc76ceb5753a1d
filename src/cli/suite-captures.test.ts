/**
 * The referee over the whole suite: tshark reads every capture that the features leave, in one
 * process, and finds nothing to complain of. Captures are sections of pcapng, which may follow each
 * other in one file (draft-ietf-opsawg-pcapng, section 3).
 */
import { expect } from 'chai';
import { runFeatures } from '../../steps/support/run-features';
import { CAPTURE_MEDIA_TYPE } from '../report/model/media-types';
import { readCapture } from '../wire/capture/read-capture';
import { differentFrames, expectAsTshark } from '../wire/dissect/judged-frames.fixture';
import { judge, needsProgram } from '../wire/testing/referee';

const CHECKS = ['ip', 'udp', 'tcp'].flatMap((name) => ['-o', `${name}.check_checksum:TRUE`]);
// The conversations of different scenarios have nothing to do with each other.
const TSHARK = ['-n', '-r', '{}', ...CHECKS, '-o', 'tcp.analyze_sequence_numbers:FALSE'];
const FAULTS = ['ip', 'icmp', 'udp', 'tcp'].map((name) => `${name}.checksum.status == 0`);
const COMPLAINTS = ['_ws.malformed', '_ws.expert.severity == error', ...FAULTS].join(' || ');

describe('the captures of all features', () => {
  let captures: readonly Buffer[] = [];

  before(async function () {
    this.timeout(60_000);
    const messages = await runFeatures(['features'], 'sim');
    captures = messages.flatMap(({ attachment }) =>
      attachment?.mediaType === CAPTURE_MEDIA_TYPE ? [Buffer.from(attachment.body, 'base64')] : [],
    );
  });

  it('are there: most scenarios send something', () => {
    expect(captures.length).to.be.greaterThan(40);
  });

  it('hold no malformed frame and no bad checksum, says tshark', function () {
    needsProgram(this, 'tshark');
    expect(judge('tshark', [...TSHARK, '-Y', COMPLAINTS], Buffer.concat(captures))).to.equal('');
  }).timeout(60_000);

  it('are read by it to the last frame', function () {
    needsProgram(this, 'tshark');
    const fields = ['-T', 'fields', '-e', 'frame.interface_name', '-e', 'ip.checksum.status'];
    const lines = judge('tshark', [...TSHARK, ...fields], Buffer.concat(captures)).trimEnd();
    expect(lines.split('\n').length).to.equal(captures.reduce(countFrames, 0));
  }).timeout(60_000);

  it('show each field, and each line of the packet list, as tshark does', function () {
    needsProgram(this, 'tshark');
    const frames = differentFrames(captures.map((capture) => readCapture(capture, '')));
    expect(frames.length).to.be.greaterThan(400);
    expectAsTshark(frames);
  }).timeout(60_000);
});

function countFrames(sum: number, capture: Uint8Array): number {
  return sum + readCapture(capture, '').frames.length;
}
