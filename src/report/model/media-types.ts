/**
 * The media types under which a scenario's evidence travels in Cucumber's messages: what the steps
 * attach and the report reads. JSON in UTF-8, but for the capture.
 */

/** `Verdict`, and who judged: once, at the end of each scenario. */
export const VERDICT_MEDIA_TYPE = 'application/vnd.calicumber.verdict+json';

/** `Topology`: the lab that the scenario ran in; once. */
export const TOPOLOGY_MEDIA_TYPE = 'application/vnd.calicumber.topology+json';

/** `Walk`: what became of one stimulus; one each, in their order. */
export const WALK_MEDIA_TYPE = 'application/vnd.calicumber.trace+json';

/** `Mismatch`: what a violated assertion expected and what there was; by the step that failed. */
export const MISMATCH_MEDIA_TYPE = 'application/vnd.calicumber.mismatch+json';

/** A pcapng file of all interfaces over all stimuli; once, after the walks that point into it. */
export const CAPTURE_MEDIA_TYPE = 'application/vnd.tcpdump.pcap';
