Feature: A pod asks for its gateway

  Scenario: The cali interface answers
    Given the manifests "two-pods-one-node"
    When pod1 pings pod2
    Then on the cali interface of pod1 the ARP frames are:
      | from              | to                | frame                                              |
      | 6e:fd:10:53:7a:6c              | broadcast         | ARP, Request who-has 169.254.1.1 tell 172.16.158.1 |
      | ee:ee:ee:ee:ee:ee | 6e:fd:10:53:7a:6c              | ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee     |
