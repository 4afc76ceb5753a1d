Feature: Routes

  Scenario: The block of the other node
    Given the manifests "two-pods-two-nodes"
    When pod1 pings pod2
    Then the routes of k8s-w1 include:
      | destination     | via            |
      | 172.16.184.0/24 |
