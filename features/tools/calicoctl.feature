Feature: calicoctl, as it is typed

  Scenario: Pools, wide
    When I run on k8s-m:
      """
      calicoctl get ippool -o wide
      """
    Then the table has a row:
      | NAME                | CIDR          | NAT  | IPIPMODE | VXLANMODE | DISABLED | SELECTOR |
      | default-ipv4-ippool | 172.16.0.0/16 | true | Always   | Never     | false    | all()    |

  Scenario: A pool in YAML
    When I run on k8s-m:
      """
      calicoctl get ippool default-ipv4-ippool -o yaml
      """
    Then it prints lines like:
      """
      apiVersion: projectcalico.org/v3
      kind: IPPool
      metadata:
      …
        name: default-ipv4-ippool
      …
      spec:
        allowedUses:
        - Workload
        - Tunnel
        blockSize: 24
        cidr: 172.16.0.0/16
        ipipMode: Always
        natOutgoing: true
        nodeSelector: all()
        vxlanMode: Never
      """

  Scenario: The node's BGP sessions
    When I run on k8s-m:
      """
      calicoctl node status
      """
    Then the table has a row:
      | PEER ADDRESS   | PEER TYPE         | STATE | INFO        |
      | 192.168.10.101 | node-to-node mesh | up    | Established |
      | 192.168.10.102 | node-to-node mesh | up    | Established |
      | 192.168.20.100 | node-to-node mesh | up    | Established |

  Scenario: Addresses in use
    Given the manifests "two-pods-one-node"
    When I run on k8s-m:
      """
      calicoctl ipam show --show-blocks
      """
    Then the table has a row:
      | GROUPING | CIDR            | IPS TOTAL |
      | IP Pool  | 172.16.0.0/16   | 65536     |
      | Block    | 172.16.158.0/24 | 256       |

  Scenario: The nodes, wide
    When I run on k8s-m:
      """
      calicoctl get nodes -o wide
      """
    Then the table has a row:
      | NAME   | ASN     | IPV4              |
      | k8s-m  | (64512) | 192.168.10.10/24  |
      | k8s-w0 | (64512) | 192.168.20.100/24 |

  Scenario: Whatever word for workload endpoints
    Given the manifests "one-pod"
    When I run on k8s-m:
      """
      calicoctl get wep > a; calicoctl get workloadEndpoint > b; calicoctl get workloadendpoints > c
      diff a b && diff b c && calicoctl get wep -A -o wide
      """
    Then the table has a row:
      | NAMESPACE | WORKLOAD | NODE   | NETWORKS        | INTERFACE       | PROFILES                    |
      | default   | pod1     | k8s-w1 | 172.16.158.1/32 | calice0906292e2 | kns.default,ksa.default.default |

  Scenario: A patch that Calico refuses
    When I run on k8s-m:
      """
      calicoctl patch ippool default-ipv4-ippool -p '{"spec": {"ipipMode": "Sometimes"}}'
      """
    Then it fails with:
      """
      Hit error: …IPIPMode…
      """
