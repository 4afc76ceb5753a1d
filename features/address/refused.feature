Feature: The cluster refuses what cannot be
  A manifest that is wrong is refused with a message that names the place; what was applied before
  it stays.

  Scenario: A pod on a node that does not exist
    When these manifests are tried:
      """
      { apiVersion: v1, kind: Pod, metadata: { name: pod1 },
        spec: { nodeName: k8s-w9, containers: [{ name: pod1, image: nicolaka/netshoot }] } }
      """
    Then the cluster refuses them, saying "k8s-w9"

  Scenario: A pool that overlaps another one
    When these manifests are tried:
      """
      apiVersion: projectcalico.org/v3
      kind: IPPool
      metadata: { name: second-pool }
      spec: { cidr: 172.16.128.0/17, blockSize: 24, ipipMode: Always, natOutgoing: true }
      """
    Then the cluster refuses them, saying "overlaps"

  Scenario: A pool beside it is fine
    When these manifests are tried:
      """
      apiVersion: projectcalico.org/v3
      kind: IPPool
      metadata: { name: second-pool }
      spec: { cidr: 172.17.0.0/16, blockSize: 24, ipipMode: Always, natOutgoing: true }
      """
    Then the cluster accepts them
