Feature: Switched off

  Background:
    Given the manifests "one-pod"
    And the rule cali:flqWnvo8yq4ULQLa is in chain cali-nat-outgoing of table nat on k8s-w1

  Scenario: The rule and the members of the set are gone
    When natOutgoing of pool default-ipv4-ippool is set to false
    Then the rule cali:flqWnvo8yq4ULQLa is not in chain cali-nat-outgoing of table nat on k8s-w1
    And the ipset cali40masq-ipam-pools on k8s-w1 is empty
