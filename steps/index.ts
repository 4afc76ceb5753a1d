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
import './connectivity.steps';
import './conntrack.steps';
import './control.steps';
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
import './ko/arp.steps';
import './ko/calico.steps';
import './ko/capture.steps';
import './ko/command.steps';
import './ko/connection.steps';
import './ko/connectivity.steps';
import './ko/conntrack.steps';
import './ko/control.steps';
import './ko/drop.steps';
import './ko/encapsulation.steps';
import './ko/journal.steps';
import './ko/link.steps';
import './ko/manifest.steps';
import './ko/neighbour.steps';
import './ko/path.steps';
import './ko/ping.steps';
import './ko/probe.steps';
import './ko/reply.steps';
import './ko/resource.steps';
import './ko/route.steps';
import './ko/rule.steps';
import './ko/submission.steps';
import './ko/terminal.steps';

export { catalogue } from './support/catalogue';
