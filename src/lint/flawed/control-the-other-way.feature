Feature: A route that is gone

  Scenario: Nobody gets through
    Given the manifests "two-pods-two-nodes"
    And the ping from pod2 to pod1 succeeds
    When "ip route del 172.16.184.0/24" is run on k8s-w1
    And pod1 connects to pod2 on TCP port 80
    Then the connection fails
    And the request is dropped on pod1
