Feature: kubectl, as it is typed
  Alias k, on a node of the cluster.

  Scenario: Manifests come by a pipe, and go by a file
    When I run on k8s-m:
      """
      cat <<END > pod.yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        labels: {app: web}
      spec:
        nodeName: k8s-w1
        containers: [{name: web, image: nginx}]
      END
      cat pod.yaml | kubectl apply -f -
      kubectl apply -f pod.yaml
      kubectl get pod web -o jsonpath='{.status.podIP}{"\n"}'
      kubectl delete -f pod.yaml
      kubectl get pods
      """
    Then it prints:
      """
      pod/web created
      pod/web unchanged
      172.16.158.1
      pod "web" deleted
      """

  Scenario: A heredoc right into kubectl
    When I run on k8s-m:
      """
      cat <<EOF | kubectl apply -f -
      apiVersion: v1
      kind: Pod
      metadata: {name: one}
      spec: {nodeName: k8s-w1, containers: [{name: main, image: busybox}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: two}
      spec: {nodeName: k8s-w2, containers: [{name: main, image: busybox}]}
      EOF
      kubectl exec one -- ping -c 1 -q 172.16.184.1 | grep packets
      """
    Then it prints:
      """
      pod/one created
      pod/two created
      1 packets transmitted, 1 received, 0% packet loss, time 0ms
      """

  Scenario: The nodes
    When I run on k8s-m:
      """
      kubectl get nodes -o wide
      """
    Then the table has a row:
      | NAME   | STATUS | ROLES         | INTERNAL-IP    |
      | k8s-m  | Ready  | control-plane | 192.168.10.10  |
      | k8s-w1 | Ready  | <none>        | 192.168.10.101 |
      | k8s-w0 | Ready  | <none>        | 192.168.20.100 |

  Scenario: A pod described
    Given the manifests "one-pod"
    When I run on k8s-m:
      """
      kubectl describe pod pod1
      """
    Then it prints lines like:
      """
      Name:             pod1
      Namespace:        default
      …
      Node:             k8s-w1/192.168.10.101
      …
      IP:               172.16.158.1
      …
      """

  Scenario: The pools, as the API server has them
    When I run on k8s-m:
      """
      kubectl get ippools -o yaml
      """
    Then it prints lines like:
      """
      apiVersion: v1
      items:
      - apiVersion: crd.projectcalico.org/v1
        kind: IPPool
      …
          natOutgoing: true
      …
      """

  Scenario: A pod is labelled, and deleted
    Given the manifests "one-pod"
    When I run on k8s-m:
      """
      kubectl label pod pod1 app=web
      kubectl get pods -l app=web -o name
      kubectl delete pod pod1
      kubectl get pods -l app=web
      """
    Then it prints:
      """
      pod/pod1 labeled
      pod/pod1
      pod "pod1" deleted
      """

  Scenario: A pod that there is not
    When I run on k8s-m:
      """
      kubectl get pod nobody
      """
    Then it fails with:
      """
      Error from server (NotFound): pods "nobody" not found
      """

  Scenario: A manifest that is wrong says where
    When I run on k8s-m:
      """
      cat <<EOF | kubectl apply -f -
      apiVersion: v1
      kind: Pod
      metadata: {name: one}
      spec: {nodeNam: k8s-w1, containers: [{name: main, image: busybox}]}
      EOF
      """
    Then it fails with:
      """
      …nodeNam…
      """
