Feature: k8s-w2 forwards

  Scenario: A pod on k8s-w2 reaches a pod on another node
    Given the manifests "pods"
    When pod2 on k8s-w2 pings pod1 on k8s-w1
    Then the ping succeeds
