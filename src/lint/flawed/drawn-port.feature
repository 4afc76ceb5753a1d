Feature: The node translates

  Scenario: And keeps the port of the pod
    Given the manifests "one-pod"
    When pod1 connects to 8.8.8.8 on TCP port 80
    Then on the cali interface of pod1 the only header of the request is:
      | source           | 172.16.158.1 |
      | source port      | 43512        |
      | destination port | 80           |
    And the connections of k8s-w1 include:
      | protocol | source       | destination port | reply destination port |
      | tcp      | 172.16.158.1 | 80               | 43512                  |
