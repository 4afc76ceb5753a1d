Feature: Pods on k8s-w2 are there again
  Something is wrong on k8s-w2. pod1 runs on k8s-w1 and pod2 on k8s-w2.

  Background:
    Given the manifests:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: pod1
      spec:
        nodeName: k8s-w1
        containers:
          - name: pod1
            image: nicolaka/netshoot
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: pod2
      spec:
        nodeName: k8s-w2
        containers:
          - name: pod2
            image: nicolaka/netshoot
      """
    And the submission

  @points(3)
  Scenario: pod1 reaches pod2
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds

  @points(2)
  Scenario: pod2 reaches pod1
    When pod2 on k8s-w2 pings pod1 on k8s-w1
    Then the ping succeeds
