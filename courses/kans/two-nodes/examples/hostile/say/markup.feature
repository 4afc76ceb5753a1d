Feature: <img src=x onerror=alert(1)>

  Scenario: =HYPERLINK("javascript:alert(1)","click")
    Given the manifests "../../../../../etc/passwd"
    When pod1 pings pod2
    Then the ping succeeds
