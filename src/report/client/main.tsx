/**
 * The live part of a page: everything that it shows is there without it, but for what takes a closer look.
 */
import { findScenarios } from './find';
import { switchLanguages } from './language';
import { openScenarios } from './open-scenarios';

switchLanguages(document);
findScenarios(document);
openScenarios(document);
