Feature: Pods on k8s-w2 reach the outside again

  Background:
    Given the manifests:
      """
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

  @points(2)
  Scenario: The outside answers
    When pod2 on k8s-w2 pings 8.8.8.8
    Then the ping succeeds
    And internet sees the request come from 192.168.10.102
