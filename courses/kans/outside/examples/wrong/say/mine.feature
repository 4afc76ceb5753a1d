Feature: internet

  Scenario: The pod itself
    Given the manifests "pods"
    When pod1 pings 8.8.8.8
    Then internet sees the request come from 172.16.158.1
