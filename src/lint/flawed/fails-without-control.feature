Feature: A route that is gone

  Scenario: Nobody gets through
    Given the manifests "two-pods-two-nodes"
    When "ip route del 172.16.184.0/24" is run on k8s-w1
    And pod1 pings pod2
    Then the ping fails
