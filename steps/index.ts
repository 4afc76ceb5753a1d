/**
 * All sentences of this project. Whoever wants the catalogue without Cucumber (`calicumber steps`, a
 * playground, the tests) imports it from here; a test holds the list complete.
 */
import './support/parameter-types';
import './arp.steps';
import './calico.steps';
import './cluster.steps';
import './command.steps';
import './delivery.steps';
import './frame.steps';
import './host.steps';
import './netfilter.steps';
import './path.steps';
import './ping.steps';
import './probe.steps';

export { catalogue } from './support/catalogue';
