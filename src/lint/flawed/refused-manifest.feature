Feature: A pod of one's own

  Scenario: On a node that is not there
    Given the manifests:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        nodeName: k8s-w7
        containers:
          - name: web
            image: nginx
      """
    When web pings 8.8.8.8
    Then the ping succeeds
