Feature: Each pod has an address, an interface and an endpoint
  Calico gives each pod one address of its own (a /32) out of a block that belongs to the pod's node,
  and joins the pod to the node by a pair of interfaces. The end on the node is named after the pod.

  Scenario: Two pods on one node are two workload endpoints
    When the manifests "two-pods-one-node" are applied
    Then the workload endpoints are:
      | workload | node   | networks        | interface       |
      | pod1     | k8s-w1 | 172.16.158.1/32 | calice0906292e2 |
      | pod2     | k8s-w1 | 172.16.158.2/32 | calibd2348b4f67 |

  Scenario: A pod on another node gets its address from the other node's block
    When the manifests "two-pods-two-nodes" are applied
    Then the workload endpoints are:
      | workload | node   | networks        | interface       |
      | pod1     | k8s-w1 | 172.16.158.1/32 | calice0906292e2 |
      | pod2     | k8s-w2 | 172.16.184.1/32 | calibd2348b4f67 |
    And pod1 and pod2 have different addresses

  Scenario: The interface is named after the namespace and the pod, wherever the pod is
    When these manifests are applied:
      """
      { apiVersion: v1, kind: Namespace, metadata: { name: shop } }
      ---
      { apiVersion: v1, kind: Pod, metadata: { name: pod1, namespace: shop },
        spec: { nodeName: k8s-w2, containers: [{ name: pod1, image: nicolaka/netshoot }] } }
      """
    Then the workload endpoints are:
      | workload  | node   | networks        | interface       |
      | shop/pod1 | k8s-w2 | 172.16.184.1/32 | cali8085686fbb3 |

  Scenario: A deleted pod leaves no endpoint behind
    Given the manifests "one-pod"
    And pod1 has the address 172.16.158.1
    When the pod pod1 is deleted
    Then there are no workload endpoints
