/**
 * All sentences of this project. Whoever wants the catalogue without Cucumber (`calicumber steps`, a
 * playground, the tests) imports it from here; a test holds the list complete.
 */
import './support/parameter-types';
import './arp.steps';
import './calico.steps';
import './capture.steps';
import './command.steps';
import './connection.steps';
import './conntrack.steps';
import './drop.steps';
import './encapsulation.steps';
import './journal.steps';
import './link.steps';
import './manifest.steps';
import './neighbour.steps';
import './path.steps';
import './ping.steps';
import './probe.steps';
import './reply.steps';
import './resource.steps';
import './route.steps';
import './rule.steps';
import './submission.steps';
import './terminal.steps';

export { catalogue } from './support/catalogue';
