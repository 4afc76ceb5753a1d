/**
 * The class that is attacked: its assignment, and two students who just do their work.
 */
import type { HandedIn } from '../attack.fixture';

export const SECRET = 'nobody-is-told-of-this-scenario';

/** 10 points for building, 4 of them hidden; 10 for saying how it works. */
export const ASSIGNMENT: Readonly<Record<string, string>> = {
  'assignment.yaml': `title: Under attack
limits: { seconds: 5 }
due: 2099-01-01T00:00:00Z
tasks:
  - { id: build, kind: configure, title: Build, points: 10, features: { visible: [seen.feature], hidden: [hidden.feature] } }
  - id: say
    kind: specify
    folder: say
    title: Say
    points: 10
    mutants: [no-proxy-arp, another-gateway-mac]
    wheats: [an-old-cluster]
    shares: { thoroughness: 0.8, validity: 0.2 }
`,
  'seen.feature': `Feature: Out
  @points(6)
  Scenario: the pod reaches the internet
    Given the submission
    When pod1 pings 8.8.8.8
    Then the ping succeeds
`,
  'hidden.feature': `Feature: Gateway
  @points(4)
  Scenario: ${SECRET}
    Given the submission
    When pod1 pings 192.168.10.254
    Then the ping succeeds
`,
};

export const POD = `apiVersion: v1
kind: Pod
metadata: { name: pod1 }
spec: { nodeName: k8s-w1, containers: [{ name: a, image: a }] }
`;

/** What somebody gets for the pod alone. */
export const POD_ONLY = 10;

export const SAYING = `Feature: Gateway
  Scenario: The cali interface answers
    Given the manifests "pods"
    When pod1 asks who has 169.254.1.1
    Then ee:ee:ee:ee:ee:ee answers
`;

const WEAK_SAYING = `Feature: Ping
  Scenario: It works
    Given the manifests "pods"
    When pod1 pings 8.8.8.8
    Then the ping succeeds
`;

/** Handed in as folders. */
export const HONEST: Readonly<Record<string, HandedIn>> = {
  'good-student': {
    files: { 'pods.yaml': POD, 'say/gateway.feature': SAYING, 'say/manifests/pods.yaml': POD },
  },
  'weak-student': {
    files: {
      'pods.yaml': POD.replace('pod1', 'pod2'),
      'say/ping.feature': WEAK_SAYING,
      'say/manifests/pods.yaml': POD,
    },
  },
};
