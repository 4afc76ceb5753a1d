Feature: Servers

  Scenario: The client is seen as it is
    Given the manifests "two-pods-one-node"
    When pod1 pings pod2
    Then the server sees the client as 172.16.158.1
