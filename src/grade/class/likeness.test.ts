/** What a copyist changes makes no difference, and what an assignment makes everybody write is no sign. */
import { expect } from 'chai';
import type { TextFile } from '../submissions/task-files';
import { likeness as likenessOf, shapeOf } from './likeness';

interface HandedIn {
  readonly student: string;
  readonly files: readonly TextFile[];
}

function likeness(submissions: readonly HandedIn[], handOuts: readonly TextFile[]) {
  return likenessOf(
    submissions.map(({ student, files }) => ({ student, shape: shapeOf(files, handOuts) })),
  );
}

function pod(name: string, node: string, ip: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name} # mine
  annotations: {cni.projectcalico.org/ipAddrs: '["${ip}"]'}
spec:
  nodeName: ${node}
  containers:
    - {name: c, image: nginx}
`;
}

function feature(own: string, peer: string, ttl: number): string {
  return `Feature: ${own}
  Scenario: from ${own} to ${peer}
    Given the manifests "${own}"
    When ${own} pings ${peer}
    Then on ens5 of k8s-w1 the only header of the request is:
      | source | 192.168.10.101 |
      | ttl    | ${ttl}         |
    And the ping succeeds
  # a remark
  Scenario: and back
    When ${peer} pings ${own}
    Then the ping succeeds
    And ${own} answers the ARP request of ${peer} within ${ttl} ms
`;
}

const file = (name: string, text: string) => ({ name, text });

const KIM: HandedIn = {
  student: 'kim',
  files: [
    file(
      'pods.yaml',
      [pod('web', 'k8s-w1', '172.16.1.7'), pod('db', 'k8s-w2', '172.16.2.9')].join('---\n'),
    ),
    file('a.feature', feature('web', 'db', 63)),
  ],
};

/** Renamed, reordered, reformatted, put into other files. */
const COPY: HandedIn = {
  student: 'lee',
  files: [
    file(
      '1.yaml',
      JSON.stringify({
        kind: 'Pod',
        spec: { containers: [{ image: 'nginx', name: 'x' }], nodeName: 'k8s-w2' },
        metadata: {
          annotations: { 'cni.projectcalico.org/ipAddrs': '["172.16.2.9"]' },
          name: 'beta',
        },
        apiVersion: 'v1',
      }),
    ),
    file('2.yaml', `# all mine\n${pod('alpha', 'k8s-w1', '172.16.1.7')}`),
    file(
      'mine.feature',
      feature('alpha', 'beta', 63).replaceAll('\n    ', '\n\t').replace('And', '*'),
    ),
  ],
};

const OWN: HandedIn = {
  student: 'park',
  files: [
    file('pods.yaml', pod('web', 'k8s-w1', '172.16.1.20')),
    file(
      'a.feature',
      `Feature: mine
  Scenario: the outside sees the node
    Given the manifests "web"
    When web connects to 8.8.8.8 on TCP port 80
    Then the server sees the client as 192.168.10.101
    And the connections of k8s-w1 include:
      | protocol | source      |
      | tcp      | 172.16.1.20 |
    When 40 s pass
    Then k8s-w1 has no connection from 172.16.1.20
`,
    ),
  ],
};

describe('the likeness of submissions', () => {
  it('is complete where names, order, layout, titles and files differ', () => {
    const [pair, ...others] = likeness([KIM, OWN, COPY], []);
    expect(others).to.deep.equal([]);
    expect(pair).to.deep.include({ students: ['kim', 'lee'], similarity: 1 });
    expect(pair?.shared).to.be.above(40);
  });

  it('is little between different solutions', () => {
    expect(likeness([KIM, OWN], [])).to.deep.equal([]);
  });

  it('is high where little was changed', () => {
    const changed = {
      ...KIM,
      student: 'choi',
      files: KIM.files.map(({ name, text }) => file(name, text.replace('succeeds', 'fails'))),
    };
    const [pair] = likeness([KIM, changed], []);
    expect(pair?.similarity).to.be.within(0.8, 0.99);
  });

  it('does not count what was handed out, as it was or with something added', () => {
    expect(likeness([KIM, COPY], [...KIM.files])).to.deep.equal([]);
    const given = KIM.files.map(({ name, text }) => file(name, text.replaceAll('\n', '\r\n')));
    expect(likeness([KIM, { ...KIM, student: 'choi' }], given)).to.deep.equal([]);
  });

  it('does not count what many write, for the assignment makes them write it', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ ...KIM, student: `s${at}` }));
    expect(likeness(many, [])).to.deep.equal([]);
    expect(likeness(many.slice(0, 10), [])).to.have.length(45);
  });

  it('is none of who handed in little, or nothing, or what is broken', () => {
    const little = {
      student: 'a',
      files: [file('run.sh', 'ip route add default via 169.254.1.1 # so')],
    };
    expect(likeness([little, { ...little, student: 'b' }], [])).to.deep.equal([]);
    expect(
      likeness(
        [
          { student: 'a', files: [] },
          { student: 'b', files: [] },
        ],
        [],
      ),
    ).to.deep.equal([]);
    const broken = {
      student: 'a',
      files: [file('a.yaml', `{ ]\n${pod('web', 'k8s-w1', '172.16.1.7')}`)],
    };
    expect(likeness([broken, { ...broken, student: 'b' }], [])).to.have.length(1);
  });

  it('is found among 300 students in less than a second', () => {
    const students = Array.from({ length: 300 }, (_, at) => ({
      student: `s${at}`,
      files: Array.from({ length: 5 }, (_unused, nth) => [
        file(`${nth}.yaml`, pod(`web${at}`, `k8s-w${nth}`, `172.16.${at >> 1}.${nth}`)),
        file(`${nth}.feature`, feature(`web${at}`, 'db', (at >> 1) * 10 + nth)),
      ]).flat(),
    }));
    const before = process.cpuUsage();
    const pairs = likeness(students, []);
    // Of this process, for others may be busy.
    expect(process.cpuUsage(before).user / 1e6).to.be.below(1);
    expect(pairs).to.have.length(150);
    expect(pairs.at(-1)?.students).to.deep.equal(['s298', 's299']);
  });

  it('of what has no end is found at its beginning', () => {
    const long = { student: 'a', files: [file('a.sh', [...Array(1e5).keys()].join(' '))] };
    const [pair] = likeness([long, { ...long, student: 'b' }], []);
    expect(pair?.shared).to.be.within(1_000, 50_000);
  });
});
