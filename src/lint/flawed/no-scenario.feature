Feature: Network policy
  To be written.

  Background:
    Given the manifests "two-pods-two-nodes"
